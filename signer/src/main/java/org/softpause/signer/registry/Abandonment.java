package org.softpause.signer.registry;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Rotate;
import org.softpause.signer.state.Choice;
import org.softpause.signer.state.Seat;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.state.Standing;
import org.softpause.signer.state.Verdict;

/**
 * An officer gives up a seat. The share of one that waits for its Rotate is the only one that can
 * sign once the registry names it, so it goes only when the finalised log does not name it and no
 * Rotate approved here still can.
 *
 * @param seen what its standing was when the finalised log was looked at
 * @param finalisedAt Unix seconds of a finalised block whose log was settled since
 */
public record Abandonment(Bytes32 ceremony, Standing seen, long finalisedAt) {
  /**
   * The record without that seat's secrets.
   *
   * @throws RuleViolation WRONG_CEREMONY for a seat that is not to be given up, WRONG_PHASE for one
   *     whose Rotate can still be anchored
   */
  public SignerState of(SignerState state) {
    Seat seat =
        state
            .seat(ceremony)
            .filter(Seat::canBeAbandoned)
            .filter(one -> one.standing() == seen)
            .orElseThrow(
                () ->
                    new RuleViolation(
                        Rule.WRONG_CEREMONY,
                        "no seat of it is waiting here, or under way with its roster unsigned"));
    if (seat.standing() == Standing.WAITING) {
      requireNoRotate(state, seat);
    }
    return state.withEnded(seat);
  }

  private void requireNoRotate(SignerState state, Seat seat) {
    state.verdicts().stream()
        .filter(verdict -> mayBeSigned(state, verdict))
        .filter(verdict -> names(state, verdict, seat))
        .filter(verdict -> finalisedAt <= verdict.decision().anchorBy())
        .findFirst()
        .ifPresent(
            verdict -> {
              throw new RuleViolation(
                  Rule.WRONG_PHASE,
                  "Rotate %s, approved here, names it and can be anchored until %d; finalised is %d"
                      .formatted(verdict.id(), verdict.decision().anchorBy(), finalisedAt));
            });
  }

  /** Others may have signed it in spite of a rejection after our share had left. */
  private static boolean mayBeSigned(SignerState state, Verdict verdict) {
    return state
            .verdict(verdict.id(), verdict.roster())
            .filter(last -> last.choice() == Choice.APPROVE)
            .isPresent()
        || state.ledger().hasShare(verdict.id(), verdict.roster());
  }

  private static boolean names(SignerState state, Verdict verdict, Seat seat) {
    return verdict.decision() instanceof Rotate rotate
        && rotate.committees().stream().anyMatch(body -> state.isNamed(seat, body.roster()));
  }
}
