package org.softpause.signer.command;

import java.nio.file.Path;
import org.softpause.signer.airgap.TransferOperations;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code signer export}: writes the requests of a machine without network to a file. */
@Command(
    name = "export",
    description = "On a machine without network: write its requests into a file for the carrier.")
final class ExportCommand extends Subcommand {
  @Parameters(paramLabel = "FILE", description = "A new file.")
  private Path file = Path.of("");

  @Override
  OperationReport run(SignerContext context) {
    return TransferOperations.export(
        context.pendingRequests(), context.store().read(), context.now(), file);
  }
}
