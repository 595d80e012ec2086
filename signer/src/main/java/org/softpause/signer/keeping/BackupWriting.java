package org.softpause.signer.keeping;

import java.nio.file.Path;
import java.util.List;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.backup.BackedUpSeat;
import org.softpause.signer.backup.Backup;
import org.softpause.signer.backup.BackupFile;
import org.softpause.signer.operation.Passphrases;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import org.softpause.signer.state.LastBackup;
import org.softpause.signer.store.Passphrase;

/** Writes a signer's backup into one encrypted file, and records that it was made. */
public record BackupWriting(SignerContext context) {
  private static final String PASSPHRASE = "the backup, and of the key store";

  /**
   * Writes a new file and reads it back.
   *
   * @param passphrases where the backup's passphrase comes from; the store's own by default
   */
  public OperationReport write(Path file, Passphrases passphrases) {
    long now = context.now();
    String kid = context.identity().publicIdentity().kid();
    Backup backup = Backup.of(context.store().read(), kid, now);
    Passphrase passphrase = passphrase(passphrases);
    new BackupFile(file, context.random()).write(backup, passphrase, context.cost());
    LastBackup made =
        new LastBackup(now, backup.seats().stream().map(BackedUpSeat::ceremony).toList());
    context.store().change(state -> state.withBackup(made));
    return report(file, backup);
  }

  static Passphrase passphrase(Passphrases passphrases) {
    return passphrases.known(PASSPHRASE);
  }

  private static OperationReport report(Path file, Backup backup) {
    int seats = backup.seats().size();
    return new OperationReport(
        List.of(
            "Wrote " + file + " and read it back.",
            backup.identity().isPresent()
                ? "It holds the identity key and the seeds of %d committees.".formatted(seats)
                : "It holds the seeds of %d committees; the identity key stays in the token."
                    .formatted(seats),
            "Keep the file away from this machine, and its passphrase away from the file."),
        new ObjectWriter()
            .text("file", file.toString())
            .number("seats", seats)
            .flag("identity", backup.identity().isPresent())
            .number("issued", backup.issued())
            .toJson());
  }
}
