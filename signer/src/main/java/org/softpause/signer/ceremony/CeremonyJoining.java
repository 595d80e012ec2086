package org.softpause.signer.ceremony;

import java.util.List;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.ceremony.document.CeremonyPlan;
import org.softpause.protocol.client.BulletinBoard;
import org.softpause.protocol.client.UnreachableException;
import org.softpause.signer.operation.OfficerConfirmation;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;

/**
 * Joins a key ceremony whose plan the officer has read and whose fingerprint was compared, and
 * takes every step until the committee exists.
 */
public record CeremonyJoining(SignerContext context, CeremonyFollowing following) {
  /**
   * Joins, or goes on where an earlier call stopped; then the officer is not asked again.
   *
   * @param fingerprint as the proposer read it to the officer
   * @throws org.softpause.protocol.RuleViolation FINGERPRINT_MISMATCH, CONFIRMATION_MISMATCH, or
   *     what makes the ceremony end
   * @throws UnreachableException if the others took longer than the patience allows
   */
  public OperationReport join(
      Bytes32 ceremony, String fingerprint, OfficerConfirmation confirmation) {
    BulletinBoard board = context.board();
    CeremonyParticipation participation =
        new CeremonyParticipation(context.store(), context.identity(), context.random(), board);
    CeremonyPlan plan = board.read(ceremony).plan();
    CeremonyParticipation.requireFingerprint(plan, fingerprint);
    if (context.store().read().seat(ceremony).isEmpty()) {
      List<String> page = PlanProposal.page(context, plan);
      confirmation.require("take part", ceremony, page);
    }
    participation.takeSeat(plan, fingerprint);
    CeremonyProgress end = following.untilEnd(participation, ceremony, "the ceremony");
    return CeremonyReport.of(plan, end, context.store().read());
  }
}
