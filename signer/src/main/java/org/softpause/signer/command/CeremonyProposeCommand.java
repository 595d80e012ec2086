package org.softpause.signer.command;

import java.util.List;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.ceremony.document.CeremonyPlan;
import org.softpause.signer.ceremony.JurisdictionDirectory;
import org.softpause.signer.ceremony.PlanProposal;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the plan of a new committee, signs it and puts it on the board. */
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
  OperationReport run(SignerContext signerContext) {
    JurisdictionDirectory enrolled = JurisdictionDirectory.fetch(signerContext.service());
    byte[] nonce = new byte[Bytes32.LENGTH];
    signerContext.random().nextBytes(nonce);
    CeremonyPlan plan =
        new CeremonyPlan(
            body,
            civil,
            threshold,
            enrolled.seats(members),
            Bytes32.of(nonce),
            signerContext.clock().instant().getEpochSecond());
    return PlanProposal.open(signerContext, plan);
  }
}
