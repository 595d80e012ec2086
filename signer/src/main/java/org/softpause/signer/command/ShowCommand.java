package org.softpause.signer.command;

import org.softpause.protocol.Bytes32;
import org.softpause.signer.deciding.DecisionReading;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code signer show}: describes a decision in plain words. */
@Command(name = "show", description = "Describe a decision in plain words.")
final class ShowCommand extends Subcommand {
  @Parameters(paramLabel = "ID", description = "The decision's id.")
  private String id = "";

  @Override
  OperationReport run(SignerContext context) {
    return new DecisionReading(context).show(Bytes32.parse(id));
  }
}
