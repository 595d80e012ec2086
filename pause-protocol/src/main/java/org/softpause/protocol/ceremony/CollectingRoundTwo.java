package org.softpause.protocol.ceremony;

import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.document.RoundTwoMessage;

/**
 * The state in which each dealer sends one sealed share to each receiver, under the confirmed round
 * one.
 */
record CollectingRoundTwo(RoundOneOutcome settled) implements CeremonyState {
  @Override
  public CeremonyPhase phase() {
    return CeremonyPhase.ROUND_TWO;
  }

  @Override
  public void check(VerifiedMessage verified) {
    RoundTwoMessage sent = CeremonyState.require(verified, RoundTwoMessage.class, phase());
    CeremonyState.requireRole(verified, settled.plan().isDealer(sent.identifier()), "dealer");
    if (!sent.roundOne().equals(settled.roundOneHash())) {
      throw new RuleViolation(Rule.SPLIT_VIEW, verified + ": it deals under another round one");
    }
    if (!sent.shares().keySet().equals(settled.plan().receiversOf(sent.identifier()))) {
      throw new RuleViolation(
          Rule.WRONG_RECEIVERS, verified + ": it does not hold one share for each receiver");
    }
  }

  @Override
  public CeremonyState next(AcceptedMessages accepted) {
    if (!waitingFor(accepted).isEmpty()) {
      return this;
    }
    SortedMap<Identifier, RoundTwoMessage> roundTwo = accepted.all(RoundTwoMessage.class);
    return new ConfirmingTranscript(settled, roundTwo, settled.roster(roundTwo));
  }

  @Override
  public SortedSet<Identifier> waitingFor(AcceptedMessages accepted) {
    SortedSet<Identifier> dealers = new TreeSet<>(settled.plan().seats().dealers().keySet());
    return CeremonyState.missing(dealers, accepted, RoundTwoMessage.class);
  }

  @Override
  public Optional<RoundOneOutcome> keys() {
    return Optional.of(settled);
  }
}
