package org.softpause.signer.command;

import org.softpause.protocol.Bytes32;
import org.softpause.signer.ceremony.RepairHelping;
import org.softpause.signer.deciding.DecisionReading;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code signer show}: describes a decision or a repair in plain words. */
@Command(
    name = "show",
    description = "Describe a decision, or with --repair a repair, in plain words.")
final class ShowCommand extends Subcommand {
  @Parameters(paramLabel = "ID", description = "The id of the decision or the repair.")
  private String id = "";

  @Option(names = "--repair", description = "The id is that of a repair.")
  private boolean repair;

  @Override
  OperationReport run(SignerContext context) {
    if (repair) {
      return new RepairHelping(context).show(Bytes32.parse(id));
    }
    return new DecisionReading(context).show(Bytes32.parse(id));
  }
}
