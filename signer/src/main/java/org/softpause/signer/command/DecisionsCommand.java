package org.softpause.signer.command;

import org.softpause.signer.deciding.DecisionReading;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code signer decisions}: lists the decisions whose proposals are valid. */
@Command(name = "decisions", description = "List the open decisions.")
final class DecisionsCommand extends Subcommand {
  @Option(names = "--all", description = "List closed decisions too.")
  private boolean all;

  @Override
  OperationReport run(SignerContext context) {
    return new DecisionReading(context).list(all);
  }
}
