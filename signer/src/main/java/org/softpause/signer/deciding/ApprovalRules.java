package org.softpause.signer.deciding;

import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Slot;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.signer.state.BallotChoice;
import org.softpause.signer.state.BallotRecord;
import org.softpause.signer.state.SignerState;

/**
 * The rules by which a signer refuses an approval (protocol "What can be decided"), even if its
 * officer would give it.
 *
 * @param now Unix seconds: the earlier of this machine's clock and the chain's where both are
 *     known, so that nothing counts as over too soon
 * @param registry the state that the verified log leads to, where it is known
 */
record ApprovalRules(SignerState record, Optional<RegistryState> registry, long now) {
  private static final long TOLERANCE_SECONDS = 600;

  /**
   * Checks a decision before its first approval.
   *
   * @param clock Unix seconds of this machine
   * @throws RuleViolation PROPOSED_TOO_FAR_AHEAD, SLOT_STILL_APPROVED or a bound of the registry
   */
  void check(Bytes32 id, Decision decision, long clock) {
    requireNotFromTheFuture(decision, clock);
    if (decision instanceof Pause pause) {
      requireNoOtherPause(id, pause);
    }
    registry.ifPresent(
        state -> state.checkDecision(decision, Math.max(now, decision.proposedAt())));
  }

  private static void requireNotFromTheFuture(Decision decision, long clock) {
    if (decision.proposedAt() > clock + TOLERANCE_SECONDS) {
      throw new RuleViolation(
          Rule.PROPOSED_TOO_FAR_AHEAD,
          "proposed at " + decision.proposedAt() + ", this machine's clock says " + clock);
    }
  }

  private void requireNoOtherPause(Bytes32 id, Pause pause) {
    record.ballots().stream()
        .filter(ballotRecord -> !ballotRecord.id().equals(id))
        .filter(
            ballotRecord ->
                ballotRecord.decision() instanceof Pause other && other.slot().equals(pause.slot()))
        .filter(this::mayStillBeSigned)
        .filter(ballotRecord -> canStillBeAnchored(ballotRecord.decision(), pause.slot()))
        .findFirst()
        .ifPresent(
            other -> {
              throw new RuleViolation(
                  Rule.SLOT_STILL_APPROVED,
                  "pause %s for slot %s was approved here and can be anchored until %d"
                      .formatted(other.id(), pause.slot(), other.decision().anchorBy()));
            });
  }

  /**
   * Whether a decision may still get a signature with our share: a rejection withdraws an approval,
   * but not a share that may have left.
   */
  private boolean mayStillBeSigned(BallotRecord ballotRecord) {
    return record
            .latestBallot(ballotRecord.id(), ballotRecord.roster())
            .filter(last -> last.choice() == BallotChoice.APPROVE)
            .isPresent()
        || record.ledger().hasShare(ballotRecord.id(), ballotRecord.roster());
  }

  private boolean canStillBeAnchored(Decision decision, Slot slot) {
    return now <= decision.anchorBy()
        && registry
            .map(
                state ->
                    decision.proposedAt() > state.slot(slot).latestProposedAt()
                        && decision.epoch() == state.epoch(decision.mandate()))
            .orElse(true);
  }
}
