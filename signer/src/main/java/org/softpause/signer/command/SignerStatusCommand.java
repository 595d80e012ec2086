package org.softpause.signer.command;

import org.softpause.signer.inspecting.StoreOverview;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import picocli.CommandLine.Command;

/** {@code signer status}: says what this signer holds. */
@Command(name = "status", description = "Say what this signer holds, without asking anybody.")
final class SignerStatusCommand extends Subcommand {
  @Override
  OperationReport run(SignerContext context) {
    return new StoreOverview(context).report();
  }
}
