package org.softpause.protocol.ceremony;

import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.document.CeremonyConfirmation;
import org.softpause.protocol.ceremony.document.Complaint;
import org.softpause.protocol.ceremony.document.RoundTwoMessage;
import org.softpause.protocol.committee.Roster;

/**
 * The state in which all participants sign the transcript's hash or complain. Receivers sign once
 * their share is durable.
 */
record ConfirmingTranscript(
    RoundOneOutcome settled, SortedMap<Identifier, RoundTwoMessage> roundTwo, Roster outcome)
    implements CeremonyState {
  @Override
  public CeremonyPhase phase() {
    return CeremonyPhase.CONFIRMATION;
  }

  @Override
  public void check(VerifiedMessage verified) {
    if (verified.document() instanceof Complaint complaint) {
      ComplaintVerdict.requireEvidence(verified, complaint, settled, outcome.transcript());
      return;
    }
    CeremonyConfirmation sent =
        CeremonyState.require(verified, CeremonyConfirmation.class, phase());
    if (!sent.transcript().equals(outcome.transcript())) {
      throw new RuleViolation(Rule.SPLIT_VIEW, verified + ": it confirms another transcript");
    }
  }

  @Override
  public CeremonyState next(AcceptedMessages accepted) {
    for (Complaint complaint : accepted.all(Complaint.class).values()) {
      return ComplaintVerdict.of(complaint, settled, roundTwo);
    }
    return waitingFor(accepted).isEmpty() ? new SigningRoster(settled, outcome) : this;
  }

  @Override
  public SortedSet<Identifier> waitingFor(AcceptedMessages accepted) {
    return CeremonyState.missing(
        settled.plan().seats().identifiers(), accepted, CeremonyConfirmation.class);
  }

  @Override
  public Optional<RoundOneOutcome> keys() {
    return Optional.of(settled);
  }
}
