package org.softpause.protocol.ceremony;

import java.util.SortedSet;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.Signature;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.jose.Jws;

/** What a participant must do next in a ceremony; see {@link CeremonyParticipant#next}. */
public sealed interface CeremonyStep {
  /** Make the message durable among those sent, unless it is already, then post it. */
  record Send(Jws message) implements CeremonyStep {}

  /**
   * All received shares verified, so keep the key. To all others the confirmation means that the
   * share is durable, so it is handed out only through a {@link ShareStore}.
   */
  final class KeepShare implements CeremonyStep {
    private final KeyPackage key;
    private final Jws confirmation;

    KeepShare(KeyPackage key, Jws confirmation) {
      this.key = key;
      this.confirmation = confirmation;
    }

    /** Makes share and confirmation durable, then returns the confirmation to post. */
    public Jws confirmOnceDurable(ShareStore store) {
      store.keep(key, confirmation);
      return confirmation;
    }
  }

  /**
   * Make fresh nonces durable, then let {@link CeremonyParticipant#possessionCommitment} sign their
   * commitment and send that.
   */
  record CommitPossession(Roster roster) implements CeremonyStep {}

  /**
   * Burn the nonces, make fresh ones and keep the finished share in one durable write, then let
   * {@link CeremonyParticipant#possessionShare} sign it with the fresh commitment and send that.
   */
  record SignPossession(Roster roster, PossessionPackage possessionPackage)
      implements CeremonyStep {}

  /** Wait until others have sent their messages, at least these as far as is known. */
  record Wait(SortedSet<Identifier> waitingFor) implements CeremonyStep {}

  /**
   * Stop: all have confirmed, so a participant who only deals has no more to do and needs its seed
   * no longer.
   */
  record Dealt(Roster roster) implements CeremonyStep {}

  /** Stop: the ceremony is complete. */
  record Done(Roster roster, Signature possession) implements CeremonyStep {}
}
