package org.softpause.protocol.committee;

import java.util.Optional;
import java.util.SortedSet;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** All sign the hash of round one as they saw it: it has to be the board's. */
record ConfirmingRoundOne(KeyGeneration settled) implements Stage {
  @Override
  public Phase phase() {
    return Phase.ROUND_ONE_CONFIRMATION;
  }

  @Override
  public void check(Posted posted) {
    RoundOneConfirmation sent = Stage.require(posted, RoundOneConfirmation.class, phase());
    if (!sent.roundOne().equals(settled.roundOneHash())) {
      throw new RuleViolation(Rule.SPLIT_VIEW, posted + ": signed another round one than this");
    }
  }

  @Override
  public Stage next(Board board) {
    return waitingFor(board).isEmpty() ? new CollectingRoundTwo(settled) : this;
  }

  @Override
  public SortedSet<Identifier> waitingFor(Board board) {
    return Stage.missing(settled.plan().seats().identifiers(), board, RoundOneConfirmation.class);
  }

  @Override
  public Optional<KeyGeneration> keys() {
    return Optional.of(settled);
  }
}
