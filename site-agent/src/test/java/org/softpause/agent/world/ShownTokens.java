package org.softpause.agent.world;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.softpause.agent.state.AgentEnrolment;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.state.EnforcedLevel;
import org.softpause.agent.state.Overlay;
import org.softpause.agent.state.ProofTimes;
import org.softpause.agent.state.VerifiedLog;
import org.softpause.agent.verify.SourceAnswer;
import org.softpause.agent.verify.TokenAnswer;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.jose.SoftwareIdentity;
import org.softpause.protocol.registry.Certificate;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.site.SiteRecord;
import org.softpause.protocol.token.Attestation;
import org.softpause.protocol.token.PendingCertificate;
import org.softpause.protocol.token.TokenIssuer;
import org.softpause.protocol.token.TokenKey;

/** A registry with a drill and a pause, and a token service, made once and without a network. */
public final class ShownTokens {
  /** The clock reading of the tests, 10 s after the pause was anchored, Unix seconds. */
  public static final long NOW = World.BEGINNING + 10;

  private static final SeededRandom RANDOM = new SeededRandom(20_261_129);
  private static final TestCommittee COMMITTEE = new TestCommittee(RANDOM);
  private static final SimulatedRegistry REGISTRY =
      new SimulatedRegistry(COMMITTEE, SimulatedRegistry.WITHOUT_LICENCE);
  private static final SimulatedRegistry LICENSED_REGISTRY =
      new SimulatedRegistry(COMMITTEE, SimulatedRegistry.LICENSED);
  private static final LogEntry PAUSE = anchorDrillAndPause();
  private static final TokenKey KEY = TokenKey.generate(RANDOM);
  private static final SoftwareIdentity JURISDICTION = SoftwareIdentity.generate(RANDOM);

  /** The log of a drill and of a pause of an hour in slot 0. */
  public static final VerifiedLog LOG = REGISTRY.log();

  /** The empty log of a registry with an operating licence. */
  public static final VerifiedLog LICENSED = LICENSED_REGISTRY.log();

  /** The enrolment of the training cluster. */
  public static final AgentEnrolment ENROLMENT = enrolment(SiteRecords.TRAINING);

  private ShownTokens() {}

  private static LogEntry anchorDrillAndPause() {
    REGISTRY.anchor(
        REGISTRY.drill(SimulatedRegistry.DEPLOYED_AT + 5), SimulatedRegistry.DEPLOYED_AT + 10);
    long at = World.BEGINNING;
    return REGISTRY.anchor(REGISTRY.pause(0, at, at + 3600, at - 1), at);
  }

  /** The enrolment of any site. */
  public static AgentEnrolment enrolment(SiteRecord site) {
    return enrolment(REGISTRY, site);
  }

  private static AgentEnrolment enrolment(SimulatedRegistry registry, SiteRecord site) {
    return AgentEnrolment.of(
        registry.deployment(),
        KEY.publicIdentity(),
        JURISDICTION.publicIdentity(),
        JURISDICTION.sign(site.toJson()));
  }

  /** The state of an agent that knows the first entries of the log, proven up to then. */
  public static AgentState state(int length, long provenAt) {
    return new AgentState(
        ENROLMENT,
        LOG.upTo(length),
        new ProofTimes(provenAt, provenAt, provenAt),
        Overlay.EMPTY,
        EnforcedLevel.FULL);
  }

  /** The state of an agent that knows this log of the registry with a licence. */
  public static AgentState licensed(VerifiedLog log, long provenAt) {
    return new AgentState(
        enrolment(LICENSED_REGISTRY, SiteRecords.TRAINING),
        log,
        new ProofTimes(provenAt, provenAt, provenAt),
        Overlay.EMPTY,
        EnforcedLevel.FULL);
  }

  /** A renewal of the licence by a day. */
  public static Renew renew(long proposedAt) {
    return LICENSED_REGISTRY.renew(proposedAt + 86_400, proposedAt);
  }

  /** The entry that would follow the empty log of the registry with a licence. */
  public static LogEntry nextLicensed(Decision decision, long anchoredAt) {
    return LICENSED_REGISTRY.next(decision, anchoredAt);
  }

  /** A pause of ten minutes in a slot, effective at once. */
  public static Pause pause(int slot, long proposedAt) {
    return REGISTRY.pause(slot, proposedAt, proposedAt + 600, proposedAt);
  }

  /** A pause that is still in force when it can no longer be anchored. */
  public static Pause longPause(int slot, long proposedAt, long expiresAt) {
    return REGISTRY.pause(slot, proposedAt, expiresAt, proposedAt);
  }

  /** The lift of the pause in slot 0. */
  public static Lift lift(long proposedAt) {
    return REGISTRY.lift(PAUSE, proposedAt);
  }

  /** A certificate whose signatures verify. */
  public static Certificate certify(Decision decision) {
    return REGISTRY.certify(decision);
  }

  /** The entry that would follow the log, as if it were anchored then. */
  public static LogEntry next(Decision decision, long anchoredAt) {
    return REGISTRY.next(decision, anchoredAt);
  }

  /** What an honest service attests about a log, in a block of that time. */
  public static Attestation attest(
      VerifiedLog log, int from, long blockTime, PendingCertificate... pending) {
    return new Attestation(
        REGISTRY.deployment().domain(),
        log.length(),
        log.head(),
        SimulatedRegistry.blockAt(blockTime),
        from,
        log.entries().subList(from, log.length()),
        List.of(pending),
        Optional.empty());
  }

  /** A token of five minutes, issued then. */
  public static TokenAnswer token(Attestation attestation, long issuedAt) {
    String compact =
        new TokenIssuer(KEY, "softpause-test", Duration.ofMinutes(5)).issue(attestation, issuedAt);
    return new TokenAnswer.Fetched(compact.getBytes(US_ASCII));
  }

  /** A block source that reports a head in a final block of that time. */
  public static SourceAnswer reports(Bytes32 head, long timestamp) {
    return new SourceAnswer.Head(URI.create("http://node"), 7, World.NOWHERE, timestamp, head);
  }

  /** A block source that does not answer. */
  public static SourceAnswer silent() {
    return new SourceAnswer.Silent(URI.create("http://silent"), "timed out");
  }
}
