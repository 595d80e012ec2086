package org.softpause.signer.command;

import java.util.List;
import org.softpause.signer.ceremony.PlanProposal;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code signer ceremony-propose}: proposes a committee with a new key. */
@Command(
    name = "ceremony-propose",
    description = "Propose a new committee: its members, and how many of them must sign.")
final class CeremonyProposeCommand extends Subcommand {
  @Option(names = "--body", required = true, description = "The committee's name.")
  private String body = "";

  @Option(names = "--civil", description = "It is a civil body.")
  private boolean civil;

  @Option(names = "--threshold", required = true, description = "How many members must sign.")
  private int threshold;

  @Option(
      names = "--members",
      required = true,
      split = ",",
      paramLabel = "NAME",
      description = "Names of registered jurisdictions, this one included.")
  private List<String> members = List.of();

  @Override
  OperationReport run(SignerContext context) {
    return new PlanProposal(context).newCommittee(body, civil, threshold, members);
  }
}
