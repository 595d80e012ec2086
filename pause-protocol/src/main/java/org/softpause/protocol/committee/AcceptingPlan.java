package org.softpause.protocol.committee;

import java.util.SortedSet;
import org.softpause.frost.Identifier;

/**
 * All who take part sign the plan. That it is this plan follows from the ceremony's id, its hash.
 */
record AcceptingPlan(CeremonyPlan plan) implements Stage {
  @Override
  public Phase phase() {
    return Phase.PROPOSED;
  }

  @Override
  public void check(Posted posted) {
    Stage.require(posted, CeremonyPlan.class, phase());
  }

  @Override
  public Stage next(Board board) {
    return waitingFor(board).isEmpty() ? new CollectingRoundOne(plan) : this;
  }

  @Override
  public SortedSet<Identifier> waitingFor(Board board) {
    return Stage.missing(plan.seats().identifiers(), board, CeremonyPlan.class);
  }
}
