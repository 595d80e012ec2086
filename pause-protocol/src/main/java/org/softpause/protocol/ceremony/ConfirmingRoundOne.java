package org.softpause.protocol.ceremony;

import java.util.Optional;
import java.util.SortedSet;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.document.RoundOneConfirmation;

/**
 * The state in which all participants sign the hash of round one as they saw it. One who saw
 * another round one is refused.
 */
record ConfirmingRoundOne(RoundOneOutcome settled) implements CeremonyState {
  @Override
  public CeremonyPhase phase() {
    return CeremonyPhase.ROUND_ONE_CONFIRMATION;
  }

  @Override
  public void check(VerifiedMessage verified) {
    RoundOneConfirmation sent =
        CeremonyState.require(verified, RoundOneConfirmation.class, phase());
    if (!sent.roundOne().equals(settled.roundOneHash())) {
      throw new RuleViolation(Rule.SPLIT_VIEW, verified + ": it confirms another round one");
    }
  }

  @Override
  public CeremonyState next(AcceptedMessages accepted) {
    return waitingFor(accepted).isEmpty() ? new CollectingRoundTwo(settled) : this;
  }

  @Override
  public SortedSet<Identifier> waitingFor(AcceptedMessages accepted) {
    return CeremonyState.missing(
        settled.plan().seats().identifiers(), accepted, RoundOneConfirmation.class);
  }

  @Override
  public Optional<RoundOneOutcome> keys() {
    return Optional.of(settled);
  }
}
