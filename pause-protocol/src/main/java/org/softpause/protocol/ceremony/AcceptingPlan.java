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
  public void check(VerifiedMessage posted) {
    CeremonyState.require(posted, CeremonyPlan.class, phase());
  }

  @Override
  public CeremonyState next(AcceptedMessages board) {
    return waitingFor(board).isEmpty() ? new CollectingRoundOne(plan) : this;
  }

  @Override
  public SortedSet<Identifier> waitingFor(AcceptedMessages board) {
    return CeremonyState.missing(plan.seats().identifiers(), board, CeremonyPlan.class);
  }
}
