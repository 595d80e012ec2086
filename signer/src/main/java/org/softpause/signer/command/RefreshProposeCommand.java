package org.softpause.signer.command;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.ceremony.document.CeremonyPurpose;
import org.softpause.signer.ceremony.PlanProposal;
import org.softpause.signer.ceremony.SuccessionPlanner;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the plan of a refresh, signs it and puts it on the board. */
@Command(
    name = "refresh-propose",
    description = "Propose fresh shares for the same members, threshold and key.")
final class RefreshProposeCommand extends Subcommand {
  @Option(
      names = "--roster",
      paramLabel = "HASH",
      description = "Which committee (default: the only one in force here).")
  private @Nullable String roster;

  @Option(
      names = "--dealers",
      split = ",",
      paramLabel = "NAME",
      description = "Who hands on its share, at least the threshold (default: everybody).")
  private List<String> dealers = List.of();

  @Override
  OperationReport run(SignerContext signerContext) {
    SuccessionPlanner successor =
        SuccessionPlanner.of(signerContext, Optional.ofNullable(roster).map(Bytes32::parse));
    return PlanProposal.open(
        signerContext,
        successor.plan(
            CeremonyPurpose.REFRESH,
            successor.previous().minSigners(),
            successor.members(),
            dealers));
  }
}
