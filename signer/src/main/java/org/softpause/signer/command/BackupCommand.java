package org.softpause.signer.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.softpause.signer.command.option.PassphraseSource;
import org.softpause.signer.keeping.BackupWriting;
import org.softpause.signer.operation.Passphrases;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code signer backup}: writes a backup into one encrypted file. */
@Command(
    name = "backup",
    description = "Write an encrypted backup: the identity key and the seeds of the committees.")
final class BackupCommand extends Subcommand {
  @Parameters(paramLabel = "FILE", description = "A new file.")
  private Path file = Path.of("");

  @Option(
      names = "--backup-passphrase-file",
      paramLabel = "FILE",
      description =
          "Take the backup's passphrase from the first line of FILE (default: the store's passphrase).")
  private @Nullable Path passphraseFile;

  @Override
  OperationReport run(SignerContext context) {
    Passphrases passphrases =
        passphraseFile == null ? context.passphrases() : PassphraseSource.file(passphraseFile);
    return new BackupWriting(context).write(file, passphrases);
  }
}
