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

/** The state of a ceremony in one phase: what is known, and which messages are accepted. */
sealed interface CeremonyState
    permits AcceptingPlan,
        CollectingRoundOne,
        ConfirmingRoundOne,
        CollectingRoundTwo,
        ConfirmingTranscript,
        SigningRoster,
        ProvingPossession,
        Repairing,
        CeremonyCompleted,
        CeremonyAborted {
  CeremonyPhase phase();

  /**
   * Refuses a message that is not of this phase or contradicts what is known.
   *
   * @throws RuleViolation naming the rule
   */
  void check(VerifiedMessage verified);

  /**
   * The state after these messages: this one while messages are missing, the next one afterwards.
   */
  CeremonyState next(AcceptedMessages accepted);

  /** Who still has to send a message of this phase. */
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

  /** Refuses a message whose sender does not have the role that it needs. */
  static void requireRole(VerifiedMessage verified, boolean holds, String role) {
    if (!holds) {
      throw new RuleViolation(Rule.WRONG_ROLE, verified + ": the sender is not a " + role);
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
