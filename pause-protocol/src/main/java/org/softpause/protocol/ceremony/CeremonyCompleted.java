package org.softpause.protocol.ceremony;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import org.softpause.frost.Identifier;
import org.softpause.frost.Signature;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.committee.Roster;

/**
 * The final state of a ceremony that succeeded: the group has signed, and nothing more is accepted.
 *
 * @param culprits who sent a bad share on the way
 */
record CeremonyCompleted(
    RoundOneOutcome settled, Roster outcome, Signature signature, SortedSet<Identifier> culprits)
    implements CeremonyState {
  @Override
  public CeremonyPhase phase() {
    return CeremonyPhase.COMPLETE;
  }

  @Override
  public void check(VerifiedMessage verified) {
    throw new RuleViolation(Rule.WRONG_PHASE, verified + ": the ceremony is complete");
  }

  @Override
  public CeremonyState next(AcceptedMessages accepted) {
    return this;
  }

  @Override
  public SortedSet<Identifier> waitingFor(AcceptedMessages accepted) {
    return Collections.emptySortedSet();
  }

  @Override
  public Optional<RoundOneOutcome> keys() {
    return Optional.of(settled);
  }

  @Override
  public Optional<Roster> roster() {
    return Optional.of(outcome);
  }
}
