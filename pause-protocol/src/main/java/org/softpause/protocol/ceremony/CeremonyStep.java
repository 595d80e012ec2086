package org.softpause.protocol.ceremony;

import java.util.SortedSet;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.Signature;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.jose.Jws;

/** What a member has to do next in a ceremony; see {@link CeremonyParticipant#next}. */
public sealed interface CeremonyStep {
  /** Make the message durable among those sent, then post it: if it was before, just post it. */
  record Send(Jws message) implements CeremonyStep {}

  /**
   * All shares verified. The confirmation is promised to all others as proof that the share is
   * durable, so the one way to it leads through a {@link ShareStore}.
   */
  final class KeepShare implements CeremonyStep {
    private final KeyPackage key;
    private final Jws confirmation;

    KeepShare(KeyPackage key, Jws confirmation) {
      this.key = key;
      this.confirmation = confirmation;
    }

    /** The message to post, the share and itself being durable. */
    public Jws confirmOnceDurable(ShareStore store) {
      store.keep(key, confirmation);
      return confirmation;
    }
  }

  /**
   * Make fresh nonces durable, then {@link CeremonyParticipant#possessionCommitment} signs their
   * commitment, to be sent.
   */
  record CommitPossession(Roster roster) implements CeremonyStep {}

  /**
   * Burn the nonces, make fresh ones and keep the finished share in one durable write, then {@link
   * CeremonyMember#possessionShare} signs it with their commitment, to be sent.
   */
  record SignPossession(Roster roster, PossessionPackage possessionPackage)
      implements CeremonyStep {}

  /** Nothing to do until others have sent: these for all that is known. */
  record Wait(SortedSet<Identifier> waitingFor) implements CeremonyStep {}

  /** All confirmed: one who only deals has no more to do and no use for its ceremony's seed. */
  record Dealt(Roster roster) implements CeremonyStep {}

  /** The ceremony is complete. */
  record Done(Roster roster, Signature possession) implements CeremonyStep {}
}
