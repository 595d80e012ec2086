package org.softpause.protocol.committee;

import java.util.SortedMap;
import java.util.SortedSet;
import org.softpause.frost.FrostException.InvalidKeyGeneration;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.jose.EncryptionKey;

/** Dealers publish commitments and receivers keys; with the last, all proofs are verified. */
record CollectingRoundOne(CeremonyPlan plan) implements Stage {
  @Override
  public Phase phase() {
    return Phase.ROUND_ONE;
  }

  @Override
  public void check(Posted posted) {
    RoundOne sent = Stage.require(posted, RoundOne.class, phase());
    boolean deals = plan.isDealer(sent.identifier());
    SortedMap<Identifier, EncryptionKey> keys = sent.encryptionKeys();
    Stage.requireRole(posted, deals || sent.published().isEmpty(), "dealer");
    Stage.requireRole(posted, plan.isMember(sent.identifier()) || keys.isEmpty(), "receiver");
    if (deals != sent.published().isPresent()
        || !keys.keySet().equals(plan.dealersTo(sent.identifier()))) {
      throw new RuleViolation(
          Rule.MISSING_MEMBER, posted + ": a dealer commits, a receiver has a key for each dealer");
    }
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
    return Stage.missing(plan.seats().identifiers(), board, RoundOne.class);
  }
}
