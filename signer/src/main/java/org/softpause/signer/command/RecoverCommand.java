package org.softpause.signer.command;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.softpause.signer.command.option.PassphraseSource;
import org.softpause.signer.command.option.Pkcs11Options;
import org.softpause.signer.keeping.SignerRecovery;
import org.softpause.signer.operation.Passphrases;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code signer recover}: recovers a signer from its backup and the public transcripts. */
@Command(
    name = "recover",
    description = {
      "Recover this signer into an empty folder, from its backup and the public transcripts.",
      "The lost machine must never sign again. Decisions that it approved and did not sign go on without"
          + " this member, or are proposed again."
    })
final class RecoverCommand extends Subcommand {
  @Option(
      names = "--backup",
      required = true,
      paramLabel = "FILE",
      description = "The file that backup wrote.")
  private Path file = Path.of("");

  @Option(
      names = "--backup-passphrase-file",
      paramLabel = "FILE",
      description = "Passphrase of the backup (default: that of the store to be made).")
  private @Nullable Path passphraseFile;

  @ArgGroup(exclusive = false)
  private @Nullable Pkcs11Options token;

  @Override
  OperationReport run(SignerContext context) {
    Passphrases passphrases =
        passphraseFile == null ? context.passphrases() : PassphraseSource.file(passphraseFile);
    return new SignerRecovery(context)
        .recover(file, passphrases, Optional.ofNullable(token).map(given -> given::key));
  }
}
