package org.softpause.protocol.committee;

import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** Dealers send sealed shares, one to each receiver, under the confirmed round one. */
record CollectingRoundTwo(KeyGeneration settled) implements Stage {
  @Override
  public Phase phase() {
    return Phase.ROUND_TWO;
  }

  @Override
  public void check(Posted posted) {
    RoundTwo sent = Stage.require(posted, RoundTwo.class, phase());
    Stage.requireRole(posted, settled.plan().isDealer(sent.identifier()), "dealer");
    if (!sent.roundOne().equals(settled.roundOneHash())) {
      throw new RuleViolation(Rule.SPLIT_VIEW, posted + ": deals under another round one");
    }
    if (!sent.shares().keySet().equals(settled.plan().receiversOf(sent.identifier()))) {
      throw new RuleViolation(Rule.WRONG_RECEIVERS, posted + ": not one share for each receiver");
    }
  }

  @Override
  public Stage next(Board board) {
    if (!waitingFor(board).isEmpty()) {
      return this;
    }
    SortedMap<Identifier, RoundTwo> roundTwo = board.all(RoundTwo.class);
    return new ConfirmingTranscript(settled, roundTwo, settled.roster(roundTwo));
  }

  @Override
  public SortedSet<Identifier> waitingFor(Board board) {
    SortedSet<Identifier> dealers = new TreeSet<>(settled.plan().seats().dealers().keySet());
    return Stage.missing(dealers, board, RoundTwo.class);
  }

  @Override
  public Optional<KeyGeneration> keys() {
    return Optional.of(settled);
  }
}
