package org.softpause.protocol.ceremony;

import java.util.Optional;
import java.util.SortedSet;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.document.RoundOneConfirmation;

/** All sign the hash of round one as they saw it: it has to be the board's. */
record ConfirmingRoundOne(RoundOneOutcome settled) implements CeremonyState {
  @Override
  public CeremonyPhase phase() {
    return CeremonyPhase.ROUND_ONE_CONFIRMATION;
  }

  @Override
  public void check(VerifiedMessage posted) {
    RoundOneConfirmation sent = CeremonyState.require(posted, RoundOneConfirmation.class, phase());
    if (!sent.roundOne().equals(settled.roundOneHash())) {
      throw new RuleViolation(Rule.SPLIT_VIEW, posted + ": signed another round one than this");
    }
  }

  @Override
  public CeremonyState next(AcceptedMessages board) {
    return waitingFor(board).isEmpty() ? new CollectingRoundTwo(settled) : this;
  }

  @Override
  public SortedSet<Identifier> waitingFor(AcceptedMessages board) {
    return CeremonyState.missing(
        settled.plan().seats().identifiers(), board, RoundOneConfirmation.class);
  }

  @Override
  public Optional<RoundOneOutcome> keys() {
    return Optional.of(settled);
  }
}
