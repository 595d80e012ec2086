package org.softpause.signer.command;

import java.nio.file.Path;
import org.softpause.signer.airgap.TransferOperations;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code signer import}: takes in the answers that the carrier brought back. */
@Command(name = "import", description = "Take in the file that the carrier brought back.")
final class ImportCommand extends Subcommand {
  @Parameters(paramLabel = "FILE", description = "The file that carry wrote.")
  private Path file = Path.of("");

  @Override
  OperationReport run(SignerContext context) {
    context.store();
    return TransferOperations.receive(context.pendingRequests(), file);
  }
}
