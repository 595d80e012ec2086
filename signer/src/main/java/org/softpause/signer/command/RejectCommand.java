package org.softpause.signer.command;

import org.softpause.protocol.Bytes32;
import org.softpause.signer.deciding.DecisionVoting;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code signer reject}: rejects a decision with a reason, and burns its unused commitments. */
@Command(name = "reject", description = "Reject a decision, giving a reason.")
final class RejectCommand extends Subcommand {
  @Parameters(paramLabel = "ID", description = "The decision's id.")
  private String id = "";

  @Option(
      names = "--reason",
      required = true,
      description = "The reason, which is public; at most 2000 characters.")
  private String reason = "";

  @Override
  OperationReport run(SignerContext context) {
    return new DecisionVoting(context).reject(Bytes32.parse(id), reason);
  }
}
