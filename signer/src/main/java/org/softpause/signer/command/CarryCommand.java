package org.softpause.signer.command;

import java.nio.file.Path;
import org.softpause.signer.airgap.RequestRelay;
import org.softpause.signer.airgap.TransferOperations;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code signer carry}: runs on a connected machine, without store, key or passphrase. */
@Command(
    name = "carry",
    description =
        "On a connected machine: send the requests of an exported file, and write the answers.")
final class CarryCommand extends Subcommand {
  @Parameters(paramLabel = "FILE", description = "The file that export wrote.")
  private Path file = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "A new file.")
  private Path out = Path.of("");

  @Override
  OperationReport run(SignerContext context) {
    RequestRelay relay =
        new RequestRelay(context.transport(), context.serviceAddress(), context.nodeAddress());
    return TransferOperations.carry(relay, context.now(), file, out);
  }
}
