package org.softpause.agent.verify;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.softpause.agent.state.AgentEnrolment;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.state.UnprovenEntry;
import org.softpause.agent.state.VerifiedLog;
import org.softpause.protocol.RuleViolation;
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
    return verify(state.enrolment(), state.log(), state.times().provenAt(), evidence, now);
  }

  /** Whether the block sources confirm a reading of the clock, Unix seconds. */
  public boolean confirmsClock(Evidence evidence, long now) {
    return HeadProof.confirmsClock(evidence.sources(), maxHeadAge, now);
  }

  /** Whether the evidence is accepted as it is, so that nothing more needs to be fetched. */
  public boolean accepts(AgentState state, Evidence evidence, long now) {
    return verify(state, evidence, now) instanceof EvidenceVerdict.Accepted;
  }

  /**
   * Judges evidence for an agent that has no state yet, at the end of its enrolment.
   *
   * @param provenAt the time up to which {@code known} is proven, 0 if it is not
   */
  public EvidenceVerdict verify(
      AgentEnrolment enrolment, VerifiedLog known, long provenAt, Evidence evidence, long now) {
    return switch (judge(enrolment, known, provenAt, evidence, now)) {
      case EvidenceVerdict.Accepted accepted -> accepted;
      case EvidenceVerdict.Refused refused -> refused.with(ownProof(known, evidence, now));
      case EvidenceVerdict.Absent absent ->
          new EvidenceVerdict.Absent(absent.detail(), ownProof(known, evidence, now));
    };
  }

  private Optional<OwnProof> ownProof(VerifiedLog known, Evidence evidence, long now) {
    return OwnProof.of(known, evidence, maxHeadAge, now);
  }

  private EvidenceVerdict judge(
      AgentEnrolment enrolment, VerifiedLog known, long provenAt, Evidence evidence, long now) {
    try {
      return switch (evidence.token()) {
        case TokenAnswer.Missing missing -> new EvidenceVerdict.Absent(missing.detail());
        case TokenAnswer.Unreadable unreadable ->
            new EvidenceVerdict.Refused(unreadable.rule(), unreadable.detail());
        case TokenAnswer.Fetched fetched ->
            verify(enrolment, known, provenAt, fetched, evidence, now);
      };
    } catch (RuleViolation e) {
      return new EvidenceVerdict.Refused(e.rule(), e.detail());
    }
  }

  private EvidenceVerdict verify(
      AgentEnrolment enrolment,
      VerifiedLog known,
      long provenAt,
      TokenAnswer.Fetched fetched,
      Evidence evidence,
      long now) {
    Attestation token = step1TheTokenIsFreshAndTheServices(enrolment, fetched, now);
    LogCheck check = new LogCheck(known, token, evidence.gap());
    VerifiedLog log = check.everyCertificateVerifies();
    PendingCheck.Result pending = new PendingCheck(log, now).check(token.pending());
    check.chainsOntoOurHead(log);
    HeadProof.Result proof;
    try {
      proof = step4OwnSourcesReportThisHead(known, log, token, evidence, now);
    } catch (RuleViolation contrary) {
      return new EvidenceVerdict.Refused(
          contrary.rule(),
          contrary.detail(),
          unproven(known, log, pending, provenAt, now).possible(),
          Optional.empty());
    }
    return switch (proof) {
      case HeadProof.Proven proven -> {
        long after = Math.max(provenAt, proven.provenAt());
        AnchoringClaims claims = AnchoringClaims.weigh(pending.claims(), after, now);
        yield accepted(Assurance.PROVEN, log, proven.provenAt(), pending, claims, List.of());
      }
      case HeadProof.Open open ->
          accepted(
              Assurance.CHAINED,
              log,
              0,
              pending,
              unproven(known, log, pending, provenAt, now),
              List.of(open.why()));
    };
  }

  /** The claims of a log that is not proven, and of what is pending after it. */
  private static AnchoringClaims unproven(
      VerifiedLog known, VerifiedLog log, PendingCheck.Result pending, long provenAt, long now) {
    List<UnprovenEntry> shown = new ArrayList<>(chained(known, log, now));
    shown.addAll(pending.claims());
    return AnchoringClaims.weigh(shown, provenAt, now);
  }

  private static EvidenceVerdict accepted(
      Assurance assurance,
      VerifiedLog log,
      long provenAt,
      PendingCheck.Result pending,
      AnchoringClaims claims,
      List<VerdictNote> first) {
    List<VerdictNote> notes = new ArrayList<>(first);
    notes.addAll(pending.notes());
    notes.addAll(claims.refuted());
    return new EvidenceVerdict.Accepted(
        assurance, log, provenAt, claims.possible(), pending.announced(), notes);
  }

  /** The entries that a log which is not proven adds to the known one. */
  private static List<UnprovenEntry> chained(VerifiedLog known, VerifiedLog log, long now) {
    return log.entries().subList(known.length(), log.length()).stream()
        .map(
            entry ->
                new UnprovenEntry(entry.certificate(), Assurance.CHAINED, now, entry.anchoredAt()))
        .toList();
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
}
