package org.softpause.signer.ceremony;

import java.util.Arrays;
import java.util.function.LongFunction;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.SecretBytes;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.jose.Jws;
import org.softpause.signer.state.CeremonySeat;
import org.softpause.signer.state.Membership;
import org.softpause.signer.state.NonceLedger;
import org.softpause.signer.state.SeatStatus;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.state.SignerStore;

/**
 * Puts a rebuilt share back into its seat, in the one durable write that also holds the completion
 * and the commitment numbers from which this store goes on.
 *
 * @param repairing the seat in the repair
 */
record RepairedSeat(CeremonySeat repairing, KeyPackage key, Roster roster) {
  /**
   * How many commitments the lost store may have made that never reached the service. The first
   * number of the repaired store is higher by more than this, so that an old copy finds itself
   * behind.
   */
  static final long UNSENT = 1_000;

  Membership membership() {
    return new Membership(roster.hash(), roster, key);
  }

  /**
   * The signer's state with the share in its seat.
   *
   * @param proven the highest number that the service can prove of the lost store
   * @param completion signs the completion with this number
   * @throws RuleViolation WRONG_CEREMONY if no seat here has lost that share
   */
  SignerStore.Step<Jws> in(SignerState state, long proven, LongFunction<Jws> completion) {
    CeremonySeat lost =
        state
            .seat(roster.ceremony())
            .filter(seat -> seat.status() == SeatStatus.SHARE_LOST)
            .orElseThrow(
                () ->
                    new RuleViolation(
                        Rule.WRONG_CEREMONY,
                        "no seat of ceremony " + roster.ceremony() + " has lost its share here"));
    long number = Math.max(proven, state.ledger().highestNumber()) + UNSENT;
    NonceLedger ledger = state.ledger().continuingAfter(number);
    Jws statement = completion.apply(number);
    CeremonySeat repaired =
        lost.repaired(secret(key), repairing.seed().orElseThrow(), repairing.ceremony());
    SignerState after =
        withoutReplaced(state.withLedger(ledger), repaired)
            .withSeat(repaired)
            .withSeat(repairing.withSent(statement));
    return new SignerStore.Step<>(after, statement);
  }

  /** An older share of the same committee, from before a refresh, is destroyed. */
  private static SignerState withoutReplaced(SignerState state, CeremonySeat repaired) {
    SignerState after = state;
    for (CeremonySeat seat : state.seats()) {
      if (seat.status() == SeatStatus.IN_FORCE
          && repaired.status() == SeatStatus.IN_FORCE
          && seat.registered().equals(repaired.registered())) {
        after = after.withEnded(seat);
      }
    }
    return after;
  }

  static SecretBytes secret(KeyPackage key) {
    byte[] share = key.signingShare().exposeSecretBytes();
    SecretBytes secret = SecretBytes.copyOf(share);
    Arrays.fill(share, (byte) 0);
    return secret;
  }
}
