package org.softpause.protocol.ceremony;

import java.util.Collections;
import java.util.SortedSet;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** The final state of a ceremony that failed. Nothing of it is ever used. */
record CeremonyAborted(SortedSet<Identifier> culprits, String reason) implements CeremonyState {
  @Override
  public CeremonyPhase phase() {
    return CeremonyPhase.ABORTED;
  }

  @Override
  public void check(VerifiedMessage verified) {
    throw violation();
  }

  RuleViolation violation() {
    return new RuleViolation(
        Rule.CEREMONY_ABORTED,
        reason + "; culprits: " + culprits.stream().map(Identifier::value).toList());
  }

  @Override
  public CeremonyState next(AcceptedMessages accepted) {
    return this;
  }

  @Override
  public SortedSet<Identifier> waitingFor(AcceptedMessages accepted) {
    return Collections.emptySortedSet();
  }
}
