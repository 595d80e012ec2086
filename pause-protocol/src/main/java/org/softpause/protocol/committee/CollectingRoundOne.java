package org.softpause.protocol.committee;

import java.util.SortedSet;
import org.softpause.frost.FrostException.InvalidKeyGeneration;
import org.softpause.frost.Identifier;

/** Members publish commitments; when the last is in, the proofs of all are verified. */
record CollectingRoundOne(CeremonyPlan plan) implements Stage {
  @Override
  public Phase phase() {
    return Phase.ROUND_ONE;
  }

  @Override
  public void check(Posted posted) {
    Stage.require(posted, RoundOne.class, phase());
  }

  @Override
  public Stage next(Board board) {
    if (!waitingFor(board).isEmpty()) {
      return this;
    }
    try {
      return new ConfirmingRoundOne(KeyGeneration.verify(plan, board.all(RoundOne.class)));
    } catch (InvalidKeyGeneration e) {
      return new Aborted(e.culprits(), String.valueOf(e.getMessage()));
    }
  }

  @Override
  public SortedSet<Identifier> waitingFor(Board board) {
    return Stage.missing(plan, board, RoundOne.class);
  }
}
