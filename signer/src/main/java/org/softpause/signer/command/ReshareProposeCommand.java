package org.softpause.signer.command;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.ceremony.document.CeremonyPurpose;
import org.softpause.protocol.committee.Member;
import org.softpause.signer.ceremony.JurisdictionDirectory;
import org.softpause.signer.ceremony.PlanProposal;
import org.softpause.signer.ceremony.SuccessionPlanner;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the plan of a resharing, signs it and puts it on the board. */
@Command(
    name = "reshare-propose",
    description = {
      "Propose other members or another threshold for the same key.",
      "It takes no power away from members who leave and keep their shares: as many of them as",
      "the old threshold can still sign. Removal for cause needs a new key and a Rotate."
    })
final class ReshareProposeCommand extends Subcommand {
  @Option(
      names = "--roster",
      paramLabel = "HASH",
      description = "Which committee (default: the only one in force here).")
  private @Nullable String roster;

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
        "Which members of now hand on their shares, at least the threshold of now",
        "(default: all who stay). They need to be reachable; whoever leaves may deal too."
      })
  private List<String> dealers = List.of();

  @Override
  OperationReport run(SignerContext signerContext) {
    SuccessionPlanner successor =
        SuccessionPlanner.of(signerContext, Optional.ofNullable(roster).map(Bytes32::parse));
    List<Member> seats =
        JurisdictionDirectory.fetch(signerContext.service())
            .beside(successor.previous())
            .seats(members);
    return PlanProposal.open(
        signerContext, successor.plan(CeremonyPurpose.RESHARE, threshold, seats, dealers));
  }
}
