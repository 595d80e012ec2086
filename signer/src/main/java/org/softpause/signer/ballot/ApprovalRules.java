package org.softpause.signer.ballot;

import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Slot;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.signer.state.Choice;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.state.Verdict;

/**
 * What a signer refuses to approve (protocol "Decisions"), even if its officer would.
 *
 * @param now Unix seconds, the earlier of own clock and chain where both are known, so that nothing
 *     counts as over too soon
 * @param registry what the verified log leads to, where it is known
 */
record ApprovalRules(SignerState record, Optional<RegistryState> registry, long now) {
  private static final long TOLERANCE_SECONDS = 600;

  /**
   * Before the first approval of a decision.
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
    record.verdicts().stream()
        .filter(verdict -> !verdict.id().equals(id))
        .filter(
            verdict ->
                verdict.decision() instanceof Pause other && other.slot().equals(pause.slot()))
        .filter(this::mayStillBeSigned)
        .filter(verdict -> canStillBeAnchored(verdict.decision(), pause.slot()))
        .findFirst()
        .ifPresent(
            other -> {
              throw new RuleViolation(
                  Rule.SLOT_STILL_APPROVED,
                  "pause %s for slot %s was approved here and can be anchored until %d"
                      .formatted(other.id(), pause.slot(), other.decision().anchorBy()));
            });
  }

  /** A rejection withdraws an approval, but not a share that may have left. */
  private boolean mayStillBeSigned(Verdict verdict) {
    return record
            .verdict(verdict.id(), verdict.roster())
            .filter(last -> last.choice() == Choice.APPROVE)
            .isPresent()
        || record.ledger().hasShare(verdict.id(), verdict.roster());
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
