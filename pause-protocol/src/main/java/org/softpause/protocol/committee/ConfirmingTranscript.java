package org.softpause.protocol.committee;

import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** All sign the transcript's hash, receivers once their share is durable, or complain. */
record ConfirmingTranscript(
    KeyGeneration settled, SortedMap<Identifier, RoundTwo> roundTwo, Roster outcome)
    implements Stage {
  @Override
  public Phase phase() {
    return Phase.CONFIRMATION;
  }

  @Override
  public void check(Posted posted) {
    if (posted.document() instanceof Complaint complaint) {
      Judgement.requireEvidence(posted, complaint, settled);
      return;
    }
    CeremonyConfirmation sent = Stage.require(posted, CeremonyConfirmation.class, phase());
    if (!sent.transcript().equals(outcome.transcript())) {
      throw new RuleViolation(Rule.SPLIT_VIEW, posted + ": signed another transcript than this");
    }
  }

  @Override
  public Stage next(Board board) {
    for (Complaint complaint : board.all(Complaint.class).values()) {
      return Judgement.of(complaint, settled, roundTwo);
    }
    return waitingFor(board).isEmpty() ? new SigningRoster(settled, outcome) : this;
  }

  @Override
  public SortedSet<Identifier> waitingFor(Board board) {
    return Stage.missing(settled.plan().seats().identifiers(), board, CeremonyConfirmation.class);
  }

  @Override
  public Optional<KeyGeneration> keys() {
    return Optional.of(settled);
  }
}
