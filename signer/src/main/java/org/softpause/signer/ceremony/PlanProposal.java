package org.softpause.signer.ceremony;

import java.util.ArrayList;
import java.util.List;
import org.softpause.protocol.ceremony.document.CeremonyPlan;
import org.softpause.protocol.ceremony.document.Succession;
import org.softpause.protocol.client.BulletinBoard;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import org.softpause.signer.state.Membership;
import org.softpause.signer.words.CeremonyBriefing;

/** Takes the proposer's seat, signs the plan, puts it on the board and shows it in plain words. */
public final class PlanProposal {
  private PlanProposal() {}

  public static OperationReport open(SignerContext signerContext, CeremonyPlan plan) {
    BulletinBoard board = new BulletinBoard(signerContext.service());
    CeremonyParticipation participation =
        new CeremonyParticipation(
            signerContext.store(), signerContext.identity(), signerContext.random(), board);
    List<String> page = page(signerContext, plan);
    participation.takeSeat(plan, plan.fingerprint());
    board.open(participation.keepPlan(plan));
    List<String> lines = new ArrayList<>(page);
    lines.add("");
    lines.add("Read the fingerprint to all who take part over a channel that is not the service.");
    return new OperationReport(
        lines,
        new ObjectWriter()
            .bytes32("id", plan.id())
            .text("fingerprint", plan.fingerprint())
            .texts("page", page)
            .toJson());
  }

  /** What whoever takes part reads before. */
  public static List<String> page(SignerContext signerContext, CeremonyPlan plan) {
    boolean known =
        signerContext.store().read().seats().stream()
            .flatMap(seat -> Membership.of(seat).stream())
            .anyMatch(
                own ->
                    plan.succession()
                        .map(Succession::previousRoster)
                        .filter(own.rosterHash()::equals)
                        .isPresent());
    String own = signerContext.identity().publicIdentity().kid();
    return new CeremonyBriefing(plan, own, known).page();
  }
}
