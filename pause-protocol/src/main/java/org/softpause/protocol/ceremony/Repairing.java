package org.softpause.protocol.ceremony;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.document.Complaint;
import org.softpause.protocol.ceremony.document.MemberMessage;
import org.softpause.protocol.ceremony.repair.RepairTranscript;
import org.softpause.protocol.ceremony.repair.RepairVerdict;

/** The state of a repair: a ceremony that makes no key, but brings one member its share again. */
record Repairing(RepairTranscript transcript) implements CeremonyState {
  @Override
  public CeremonyPhase phase() {
    return switch (transcript.stage()) {
      case CONSENT -> CeremonyPhase.REPAIR_CONSENT;
      case PARTS -> CeremonyPhase.REPAIR_PARTS;
      case SUMS -> CeremonyPhase.REPAIR_SUMS;
      case REBUILD -> CeremonyPhase.REPAIR_REBUILD;
      case REPAIRED -> CeremonyPhase.REPAIRED;
    };
  }

  @Override
  public void check(VerifiedMessage verified) {
    transcript.check(message(verified));
  }

  @Override
  public CeremonyState next(AcceptedMessages accepted) {
    MemberMessage latest = message(accepted.messages().getLast());
    if (latest instanceof Complaint complaint) {
      RepairVerdict verdict = RepairVerdict.of(transcript, complaint);
      return new CeremonyAborted(new TreeSet<>(List.of(verdict.culprit())), verdict.reason());
    }
    return new Repairing(transcript.with(latest));
  }

  @Override
  public SortedSet<Identifier> waitingFor(AcceptedMessages accepted) {
    return transcript.waitingFor();
  }

  private MemberMessage message(VerifiedMessage verified) {
    if (verified.document() instanceof MemberMessage message) {
      return message;
    }
    throw new RuleViolation(Rule.WRONG_PHASE, verified + ": the ceremony is a repair");
  }
}
