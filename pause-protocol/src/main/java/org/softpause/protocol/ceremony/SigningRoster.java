package org.softpause.protocol.ceremony;

import java.util.Optional;
import java.util.SortedSet;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.document.RosterDocument;
import org.softpause.protocol.committee.Roster;

/**
 * The state in which all members sign the roster. It must be exactly the one that the transcript
 * yields.
 */
record SigningRoster(RoundOneOutcome settled, Roster outcome) implements CeremonyState {
  @Override
  public CeremonyPhase phase() {
    return CeremonyPhase.ROSTER;
  }

  @Override
  public void check(VerifiedMessage verified) {
    Roster sent = CeremonyState.require(verified, RosterDocument.class, phase()).roster();
    CeremonyState.requireRole(
        verified, settled.plan().isMember(verified.sender().identifier()), "member");
    if (!sent.equals(outcome)) {
      throw new RuleViolation(
          Rule.ROSTER_MISMATCH, verified + ": it is not the roster that the transcript yields");
    }
  }

  @Override
  public CeremonyState next(AcceptedMessages accepted) {
    return waitingFor(accepted).isEmpty() ? ProvingPossession.begin(settled, outcome) : this;
  }

  @Override
  public SortedSet<Identifier> waitingFor(AcceptedMessages accepted) {
    return CeremonyState.missing(
        settled.plan().seats().memberIdentifiers(), accepted, RosterDocument.class);
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
