package org.softpause.protocol.committee;

import java.util.Optional;
import java.util.SortedSet;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** Members sign the roster, which has to be what the transcript yields to the last byte. */
record SigningRoster(KeyGeneration settled, Roster outcome) implements Stage {
  @Override
  public Phase phase() {
    return Phase.ROSTER;
  }

  @Override
  public void check(Posted posted) {
    Roster sent = Stage.require(posted, RosterDocument.class, phase()).roster();
    Stage.requireRole(posted, settled.plan().isMember(posted.sender().identifier()), "member");
    if (!sent.equals(outcome)) {
      throw new RuleViolation(Rule.ROSTER_MISMATCH, posted + ": not what the transcript yields");
    }
  }

  @Override
  public Stage next(Board board) {
    return waitingFor(board).isEmpty() ? ProvingPossession.begin(settled, outcome) : this;
  }

  @Override
  public SortedSet<Identifier> waitingFor(Board board) {
    return Stage.missing(settled.plan().seats().memberIdentifiers(), board, RosterDocument.class);
  }

  @Override
  public Optional<KeyGeneration> keys() {
    return Optional.of(settled);
  }

  @Override
  public Optional<Roster> roster() {
    return Optional.of(outcome);
  }
}
