package org.softpause.protocol.ceremony;

import java.util.SortedSet;
import org.softpause.frost.Identifier;
import org.softpause.protocol.ceremony.document.CeremonyPlan;

/**
 * All who take part sign the plan. That it is this plan follows from the ceremony's id, its hash.
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
