package org.softpause.protocol.committee;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import org.softpause.frost.Identifier;
import org.softpause.frost.Signature;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/**
 * The group has signed: nothing is added any more.
 *
 * @param culprits who sent a bad share on the way
 */
record Completed(
    KeyGeneration settled, Roster outcome, Signature signature, SortedSet<Identifier> culprits)
    implements Stage {
  @Override
  public Phase phase() {
    return Phase.COMPLETE;
  }

  @Override
  public void check(Posted posted) {
    throw new RuleViolation(Rule.WRONG_PHASE, posted + ": the ceremony is complete");
  }

  @Override
  public Stage next(Board board) {
    return this;
  }

  @Override
  public SortedSet<Identifier> waitingFor(Board board) {
    return Collections.emptySortedSet();
  }

  @Override
  public Optional<KeyGeneration> keys() {
    return Optional.of(settled);
  }

  @Override
  public Optional<Roster> roster() {
    return Optional.of(outcome);
  }
}
