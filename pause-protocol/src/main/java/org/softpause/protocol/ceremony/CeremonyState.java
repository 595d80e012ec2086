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
  void check(VerifiedMessage posted);

  /** The stage once this board is full: itself while messages are missing. */
  CeremonyState next(AcceptedMessages board);

  /** Who has still to send something. */
  SortedSet<Identifier> waitingFor(AcceptedMessages board);

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
  static void requireRole(VerifiedMessage posted, boolean holds, String role) {
    if (!holds) {
      throw new RuleViolation(Rule.WRONG_ROLE, posted + ": the sender is no " + role);
    }
  }

  static <T extends CeremonyDocument> T require(
      VerifiedMessage posted, Class<T> kind, CeremonyPhase phase) {
    if (!kind.isInstance(posted.document())) {
      throw new RuleViolation(Rule.WRONG_PHASE, posted + ": the ceremony is in phase " + phase);
    }
    return kind.cast(posted.document());
  }

  static SortedSet<Identifier> missing(
      SortedSet<Identifier> senders,
      AcceptedMessages board,
      Class<? extends CeremonyDocument> kind) {
    SortedSet<Identifier> missing = new TreeSet<>(senders);
    missing.removeAll(board.all(kind).keySet());
    return Collections.unmodifiableSortedSet(missing);
  }
}
