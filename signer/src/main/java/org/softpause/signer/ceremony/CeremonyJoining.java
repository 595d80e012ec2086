package org.softpause.signer.ceremony;

import java.time.Duration;
import java.time.Instant;
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
 *
 * @param poll how long to wait between two looks at the board
 * @param patience how long to wait for the others; behind an air gap there is one look only
 */
public record CeremonyJoining(SignerContext context, Duration poll, Duration patience) {
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
    CeremonyProgress end = untilComplete(new CeremonyPoller(participation, ceremony));
    return CeremonyReport.of(plan, end, context.store().read());
  }

  private CeremonyProgress untilComplete(CeremonyPoller poller) {
    Duration span = context.airGapped() ? Duration.ZERO : patience;
    Instant end = context.clock().instant().plus(span);
    String missing = "";
    do {
      switch (poller.look()) {
        case CeremonyProgress.Done done -> {
          return done;
        }
        case CeremonyProgress.Dealt dealt -> {
          return dealt;
        }
        case CeremonyProgress.Waiting waiting -> {
          missing = waiting.phase() + ", waiting for " + waiting.missing();
          pause();
        }
        case CeremonyProgress.Sent sent -> missing = "after " + sent.type();
      }
    } while (context.clock().instant().isBefore(end));
    throw new UnreachableException("the ceremony is not complete yet: " + missing + "; join again");
  }

  private void pause() {
    try {
      context.waiter().pause(poll);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UnreachableException("interrupted", interrupted);
    }
  }
}
