package org.softpause.signer.registry;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Rotate;
import org.softpause.signer.state.BallotChoice;
import org.softpause.signer.state.BallotRecord;
import org.softpause.signer.state.CeremonySeat;
import org.softpause.signer.state.SeatStatus;
import org.softpause.signer.state.SignerState;

/**
 * Gives up a seat at its officer's request. If the seat waits for its Rotate, only its share can
 * sign once the registry names it; so the share is destroyed only when the finalised log does not
 * name it and no Rotate approved here still can.
 *
 * @param seen the seat's status when the finalised log was read
 * @param finalisedAt Unix seconds of a finalised block; the seats were settled with its log since
 */
public record SeatAbandonment(Bytes32 ceremony, SeatStatus seen, long finalisedAt) {
  /**
   * The signer's state without that seat's secrets.
   *
   * @throws RuleViolation WRONG_CEREMONY for a seat that is not to be given up, WRONG_PHASE for one
   *     whose Rotate can still be anchored
   */
  public SignerState of(SignerState state) {
    CeremonySeat seat =
        state
            .seat(ceremony)
            .filter(CeremonySeat::canBeAbandoned)
            .filter(one -> one.status() == seen)
            .orElseThrow(
                () ->
                    new RuleViolation(
                        Rule.WRONG_CEREMONY,
                        "no seat of this ceremony waits here, or is under way with its roster unsigned"));
    if (seat.status() == SeatStatus.WAITING) {
      requireNoRotate(state, seat);
    }
    return state.withEnded(seat);
  }

  private void requireNoRotate(SignerState state, CeremonySeat seat) {
    state.ballots().stream()
        .filter(ballotRecord -> mayBeSigned(state, ballotRecord))
        .filter(ballotRecord -> names(state, ballotRecord, seat))
        .filter(ballotRecord -> finalisedAt <= ballotRecord.decision().anchorBy())
        .findFirst()
        .ifPresent(
            ballotRecord -> {
              throw new RuleViolation(
                  Rule.WRONG_PHASE,
                  "Rotate %s, approved here, names it and can be anchored until %d; finalised is %d"
                      .formatted(
                          ballotRecord.id(), ballotRecord.decision().anchorBy(), finalisedAt));
            });
  }

  /** A decision may still be signed although it was rejected here, if our share had left before. */
  private static boolean mayBeSigned(SignerState state, BallotRecord ballotRecord) {
    return state
            .latestBallot(ballotRecord.id(), ballotRecord.roster())
            .filter(last -> last.choice() == BallotChoice.APPROVE)
            .isPresent()
        || state.ledger().hasShare(ballotRecord.id(), ballotRecord.roster());
  }

  private static boolean names(SignerState state, BallotRecord ballotRecord, CeremonySeat seat) {
    return ballotRecord.decision() instanceof Rotate rotate
        && rotate.committees().stream().anyMatch(body -> state.isNamed(seat, body.roster()));
  }
}
