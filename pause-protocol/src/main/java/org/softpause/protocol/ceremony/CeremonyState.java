package org.softpause.protocol.ceremony;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.document.CeremonyDocument;
import org.softpause.protocol.committee.Roster;

/** What is known in one phase of a ceremony, and the rules of its messages. */
sealed interface CeremonyState
    permits AcceptingPlan,
        CollectingRoundOne,
        ConfirmingRoundOne,
        CollectingRoundTwo,
        ConfirmingTranscript,
        SigningRoster,
        ProvingPossession,
        CeremonyCompleted,
        CeremonyAborted {
  CeremonyPhase phase();

  /**
   * Refuses a message that is not of this phase or contradicts what is known.
   *
   * @throws RuleViolation naming the rule
   */
  void check(VerifiedMessage verified);

  /** The stage once this board is full: itself while messages are missing. */
  CeremonyState next(AcceptedMessages accepted);

  /** Who has still to send something. */
  SortedSet<Identifier> waitingFor(AcceptedMessages accepted);

  /** Who is proven to have cheated. */
  default SortedSet<Identifier> culprits() {
    return Collections.emptySortedSet();
  }

  default Optional<RoundOneOutcome> keys() {
    return Optional.empty();
  }

  default Optional<Roster> roster() {
    return Optional.empty();
  }

  /** Refuses what a participant without this role has no business to send. */
  static void requireRole(VerifiedMessage verified, boolean holds, String role) {
    if (!holds) {
      throw new RuleViolation(Rule.WRONG_ROLE, verified + ": the sender is no " + role);
    }
  }

  static <T extends CeremonyDocument> T require(
      VerifiedMessage verified, Class<T> kind, CeremonyPhase phase) {
    if (!kind.isInstance(verified.document())) {
      throw new RuleViolation(Rule.WRONG_PHASE, verified + ": the ceremony is in phase " + phase);
    }
    return kind.cast(verified.document());
  }

  static SortedSet<Identifier> missing(
      SortedSet<Identifier> senders,
      AcceptedMessages accepted,
      Class<? extends CeremonyDocument> kind) {
    SortedSet<Identifier> missing = new TreeSet<>(senders);
    missing.removeAll(accepted.all(kind).keySet());
    return Collections.unmodifiableSortedSet(missing);
  }
}
