package org.softpause.protocol.ceremony;

import java.util.SortedSet;
import org.softpause.frost.Identifier;
import org.softpause.protocol.ceremony.document.CeremonyPlan;

/**
 * The state in which all participants sign the plan. A message that belongs to this ceremony can
 * hold no other plan, since the ceremony's id is the plan's hash.
 */
record AcceptingPlan(CeremonyPlan plan) implements CeremonyState {
  @Override
  public CeremonyPhase phase() {
    return CeremonyPhase.PROPOSED;
  }

  @Override
  public void check(VerifiedMessage verified) {
    CeremonyState.require(verified, CeremonyPlan.class, phase());
  }

  @Override
  public CeremonyState next(AcceptedMessages accepted) {
    return waitingFor(accepted).isEmpty() ? new CollectingRoundOne(plan) : this;
  }

  @Override
  public SortedSet<Identifier> waitingFor(AcceptedMessages accepted) {
    return CeremonyState.missing(plan.seats().identifiers(), accepted, CeremonyPlan.class);
  }
}
