package org.softpause.signer.command;

import java.util.List;
import org.softpause.signer.ceremony.PlanProposal;
import org.softpause.signer.command.option.RosterOption;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code signer refresh-propose}: proposes fresh shares of a committee's key. */
@Command(
    name = "refresh-propose",
    description = "Propose fresh shares for the same members, threshold and key.")
final class RefreshProposeCommand extends Subcommand {
  @Mixin private RosterOption roster = new RosterOption();

  @Option(
      names = "--dealers",
      split = ",",
      paramLabel = "NAME",
      description =
          "Members who hand their shares on, at least the threshold (default: everybody).")
  private List<String> dealers = List.of();

  @Override
  OperationReport run(SignerContext context) {
    return new PlanProposal(context).refresh(roster.hash(), dealers);
  }
}
