package org.softpause.signer.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.backup.BackedUpSeat;
import org.softpause.signer.backup.Backup;
import org.softpause.signer.backup.BackupFile;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import org.softpause.signer.state.LastBackup;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.store.Passphrase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what must outlive this machine into one encrypted file, and notes that it did. */
@Command(
    name = "backup",
    description = "Write identity key and seeds of the committees in force, encrypted.")
final class BackupCommand extends Subcommand {
  @Parameters(paramLabel = "FILE", description = "A new file.")
  private Path file = Path.of("");

  @Option(
      names = "--backup-passphrase-file",
      paramLabel = "FILE",
      description = "Another passphrase for the backup (default: the store's).")
  private @Nullable Path passphraseFile;

  @Override
  OperationReport run(SignerContext signerContext) {
    long now = signerContext.clock().instant().getEpochSecond();
    String kid = signerContext.identity().publicIdentity().kid();
    SignerState state = signerContext.store().read();
    Backup backup = Backup.of(state, kid, now);
    Passphrase passphrase = signerContext.backupPassphrase(Optional.ofNullable(passphraseFile));
    new BackupFile(file, signerContext.random()).write(backup, passphrase, signerContext.cost());
    LastBackup mark =
        new LastBackup(now, backup.seats().stream().map(BackedUpSeat::ceremony).toList());
    signerContext.store().change(current -> current.withBackup(mark));
    return report(backup);
  }

  private OperationReport report(Backup backup) {
    return new OperationReport(
        List.of(
            "Wrote " + file + " and read it back.",
            backup.identity().isPresent()
                ? "It holds the identity key and the seeds of %d committees."
                    .formatted(backup.seats().size())
                : "It holds the seeds of %d committees; the identity key stays in the token."
                    .formatted(backup.seats().size()),
            "Keep it apart from this machine, and its passphrase apart from it."),
        new ObjectWriter()
            .text("file", file.toString())
            .number("seats", backup.seats().size())
            .flag("identity", backup.identity().isPresent())
            .number("issued", backup.issued())
            .toJson());
  }
}
