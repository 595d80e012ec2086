package org.softpause.protocol.ceremony;

import java.util.Optional;
import java.util.SortedSet;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.document.RosterDocument;
import org.softpause.protocol.committee.Roster;

/** Members sign the roster, which has to be what the transcript yields to the last byte. */
record SigningRoster(RoundOneOutcome settled, Roster outcome) implements CeremonyState {
  @Override
  public CeremonyPhase phase() {
    return CeremonyPhase.ROSTER;
  }

  @Override
  public void check(VerifiedMessage posted) {
    Roster sent = CeremonyState.require(posted, RosterDocument.class, phase()).roster();
    CeremonyState.requireRole(
        posted, settled.plan().isMember(posted.sender().identifier()), "member");
    if (!sent.equals(outcome)) {
      throw new RuleViolation(Rule.ROSTER_MISMATCH, posted + ": not what the transcript yields");
    }
  }

  @Override
  public CeremonyState next(AcceptedMessages board) {
    return waitingFor(board).isEmpty() ? ProvingPossession.begin(settled, outcome) : this;
  }

  @Override
  public SortedSet<Identifier> waitingFor(AcceptedMessages board) {
    return CeremonyState.missing(
        settled.plan().seats().memberIdentifiers(), board, RosterDocument.class);
  }

  @Override
  public Optional<RoundOneOutcome> keys() {
    return Optional.of(settled);
  }

  @Override
  public Optional<Roster> roster() {
    return Optional.of(outcome);
  }
}
