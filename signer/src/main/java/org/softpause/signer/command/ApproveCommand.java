package org.softpause.signer.command;

import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Bytes32;
import org.softpause.signer.deciding.DecisionVoting;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code signer approve}: shows a decision, has the officer confirm it, and approves it. */
@Command(name = "approve", description = "Read a decision in plain words and approve it.")
final class ApproveCommand extends Subcommand {
  @Parameters(paramLabel = "ID", description = "The decision's id.")
  private String id = "";

  @Option(
      names = "--confirm",
      paramLabel = "LAST4HEX",
      description = "The last four digits of the id, instead of being asked for them.")
  private @Nullable String confirmation;

  @Override
  OperationReport run(SignerContext context) {
    return new DecisionVoting(context).approve(Bytes32.parse(id), confirmation(confirmation));
  }
}
