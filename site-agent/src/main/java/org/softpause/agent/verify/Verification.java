package org.softpause.agent.verify;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.softpause.agent.state.AgentEnrolment;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.state.ShortHash;
import org.softpause.agent.state.UnprovenEntry;
import org.softpause.agent.state.VerifiedLog;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.token.Assurance;
import org.softpause.protocol.token.Attestation;
import org.softpause.protocol.token.Token;
import org.softpause.protocol.token.TokenVerifier;

/**
 * Applies the four numbered checks of the protocol's section "Token" to evidence and names the
 * first that fails.
 */
public final class Verification {
  private final Duration maxHeadAge;

  public Verification(Duration maxHeadAge) {
    this.maxHeadAge = maxHeadAge;
  }

  /** Judges the evidence at the clock reading {@code now}, Unix seconds. */
  public EvidenceVerdict verify(AgentState state, Evidence evidence, long now) {
    return verify(state.enrolment(), state.log(), evidence, now);
  }

  /** Judges evidence for an agent that has no state yet, at the end of its enrolment. */
  public EvidenceVerdict verify(
      AgentEnrolment enrolment, VerifiedLog known, Evidence evidence, long now) {
    try {
      return switch (evidence.token()) {
        case TokenAnswer.Missing missing -> new EvidenceVerdict.Absent(missing.detail());
        case TokenAnswer.Unreadable unreadable ->
            new EvidenceVerdict.Refused(unreadable.rule(), unreadable.detail());
        case TokenAnswer.Fetched fetched -> verify(enrolment, known, fetched, evidence, now);
      };
    } catch (RuleViolation e) {
      return new EvidenceVerdict.Refused(e.rule(), e.detail());
    }
  }

  private EvidenceVerdict verify(
      AgentEnrolment enrolment,
      VerifiedLog known,
      TokenAnswer.Fetched fetched,
      Evidence evidence,
      long now) {
    Attestation token = step1TheTokenIsFreshAndTheServices(enrolment, fetched, now);
    LogCheck check = new LogCheck(known, token, evidence.gap());
    VerifiedLog log = check.everyCertificateVerifies();
    List<UnprovenEntry> pending = new PendingCheck(log, now).check(token.pending());
    check.chainsOntoOurHead(log);
    HeadProof.Result proof = step4OwnSourcesReportThisHead(known, log, token, evidence, now);
    List<VerdictNote> notes = new ArrayList<>();
    if (proof instanceof HeadProof.Open open) {
      notes.add(open.why());
    }
    notes.addAll(liftsHeldBack(pending));
    return proof instanceof HeadProof.Proven proven
        ? new EvidenceVerdict.Accepted(Assurance.PROVEN, log, proven.provenAt(), pending, notes)
        : new EvidenceVerdict.Accepted(Assurance.CHAINED, log, 0, pending, notes);
  }

  private static Attestation step1TheTokenIsFreshAndTheServices(
      AgentEnrolment enrolment, TokenAnswer.Fetched fetched, long now) {
    Token token =
        new TokenVerifier(enrolment.serviceKey(), enrolment.deployment().domain())
            .verify(new String(fetched.bytes(), StandardCharsets.UTF_8).strip(), now);
    return token.attestation();
  }

  private HeadProof.Result step4OwnSourcesReportThisHead(
      VerifiedLog known, VerifiedLog log, Attestation token, Evidence evidence, long now) {
    token
        .anchorProof()
        .ifPresent(proof -> proof.check(token.block(), token.domain().registry(), token.head()));
    return new HeadProof(known, log, maxHeadAge, now).weigh(evidence.sources());
  }

  private static List<VerdictNote> liftsHeldBack(List<UnprovenEntry> pending) {
    return pending.stream()
        .filter(entry -> entry.certificate().decision() instanceof Lift)
        .map(
            entry ->
                new VerdictNote(
                    Rule.LIFT_NOT_PROVEN,
                    "lift "
                        + ShortHash.of(entry.id())
                        + " is not in the proven log, so it raises nothing"))
        .toList();
  }
}
