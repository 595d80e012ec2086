package org.softpause.protocol.committee;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** What is known in one phase of a ceremony, and the rules of its messages. */
sealed interface Stage
    permits AcceptingPlan,
        CollectingRoundOne,
        ConfirmingRoundOne,
        CollectingRoundTwo,
        ConfirmingTranscript,
        SigningRoster,
        ProvingPossession,
        Completed,
        Aborted {
  Phase phase();

  /**
   * Refuses a message that is not of this phase or contradicts what is known.
   *
   * @throws RuleViolation naming the rule
   */
  void check(Posted posted);

  /** The stage once this board is full: itself while messages are missing. */
  Stage next(Board board);

  /** Who has still to send something. */
  SortedSet<Identifier> waitingFor(Board board);

  /** Who is proven to have cheated. */
  default SortedSet<Identifier> culprits() {
    return Collections.emptySortedSet();
  }

  default Optional<KeyGeneration> keys() {
    return Optional.empty();
  }

  default Optional<Roster> roster() {
    return Optional.empty();
  }

  /** Refuses what a participant without this role has no business to send. */
  static void requireRole(Posted posted, boolean holds, String role) {
    if (!holds) {
      throw new RuleViolation(Rule.WRONG_ROLE, posted + ": the sender is no " + role);
    }
  }

  static <T extends CeremonyDocument> T require(Posted posted, Class<T> kind, Phase phase) {
    if (!kind.isInstance(posted.document())) {
      throw new RuleViolation(Rule.WRONG_PHASE, posted + ": the ceremony is in phase " + phase);
    }
    return kind.cast(posted.document());
  }

  static SortedSet<Identifier> missing(
      SortedSet<Identifier> senders, Board board, Class<? extends CeremonyDocument> kind) {
    SortedSet<Identifier> missing = new TreeSet<>(senders);
    missing.removeAll(board.all(kind).keySet());
    return Collections.unmodifiableSortedSet(missing);
  }
}
