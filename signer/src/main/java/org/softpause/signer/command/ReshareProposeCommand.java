package org.softpause.signer.command;

import java.util.List;
import org.softpause.signer.ceremony.PlanProposal;
import org.softpause.signer.command.option.RosterOption;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code signer reshare-propose}: proposes other members or another threshold for a key. */
@Command(
    name = "reshare-propose",
    description = {
      "Propose other members or another threshold for the same key.",
      "It takes no power away from members who leave and keep their shares: as many of them as",
      "the old threshold can still sign. Removal for cause needs a new key and a Rotate."
    })
final class ReshareProposeCommand extends Subcommand {
  @Mixin private RosterOption roster = new RosterOption();

  @Option(names = "--threshold", required = true, description = "How many members must sign.")
  private int threshold;

  @Option(
      names = "--members",
      required = true,
      split = ",",
      paramLabel = "NAME",
      description = "All members of the committee to come, those who stay included.")
  private List<String> members = List.of();

  @Option(
      names = "--dealers",
      split = ",",
      paramLabel = "NAME",
      description = {
        "Members of today's committee who hand their shares on, at least its threshold",
        "(default: all who stay). They must be reachable; a member who leaves may be one."
      })
  private List<String> dealers = List.of();

  @Override
  OperationReport run(SignerContext context) {
    return new PlanProposal(context).reshare(roster.hash(), threshold, members, dealers);
  }
}
