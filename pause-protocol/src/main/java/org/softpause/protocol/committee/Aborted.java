package org.softpause.protocol.committee;

import java.util.Collections;
import java.util.SortedSet;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** Nothing of this ceremony is used again. */
record Aborted(SortedSet<Identifier> culprits, String reason) implements Stage {
  @Override
  public Phase phase() {
    return Phase.ABORTED;
  }

  @Override
  public void check(Posted posted) {
    throw violation();
  }

  RuleViolation violation() {
    return new RuleViolation(
        Rule.CEREMONY_ABORTED,
        reason + "; culprits: " + culprits.stream().map(Identifier::value).toList());
  }

  @Override
  public Stage next(Board board) {
    return this;
  }

  @Override
  public SortedSet<Identifier> waitingFor(Board board) {
    return Collections.emptySortedSet();
  }
}
