package org.softpause.agent.world;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;
import org.softpause.agent.state.VerifiedLog;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Keccak256;
import org.softpause.protocol.Sha256;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.Scope;
import org.softpause.protocol.decision.Slot;
import org.softpause.protocol.decision.SlotDecision;
import org.softpause.protocol.proof.BlockRef;
import org.softpause.protocol.registry.Certificate;
import org.softpause.protocol.registry.Deployment;
import org.softpause.protocol.registry.Genesis;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.registry.RegistryParameters;

/** The registry's true state, with one block a second since its deployment at block 0. */
public final class SimulatedRegistry {
  public static final long DEPLOYED_AT = 1_800_000_000L;
  public static final long LEAD = 5;

  static final RegistryParameters WITHOUT_LICENCE =
      new RegistryParameters(Pflops.of(100), LEAD, 5, 0, 10_000, 1, 0);

  /**
   * A licence of a week. Its lapse lowers sites to 30 % within ten minutes, and the sites start
   * within a minute of each other.
   */
  static final RegistryParameters LICENSED =
      new RegistryParameters(Pflops.of(100), 1_800, 5, 604_800, 3_000, 600, 60);

  /** No licence, and this shortest ramp in seconds. */
  static RegistryParameters withShortestRamp(long seconds) {
    return new RegistryParameters(Pflops.of(100), LEAD, seconds, 0, 10_000, 1, 0);
  }

  private static final Bytes32 REASON = Sha256.hash(new byte[] {7});

  private final TestCommittee committee;
  private final Genesis genesis;
  private final byte[] code;
  private VerifiedLog log;

  SimulatedRegistry(TestCommittee committee, RegistryParameters parameters) {
    this.committee = committee;
    this.code = DeployedCode.of(parameters);
    this.genesis =
        new Genesis(
            new Eip712Domain(31_337, Address.parse("0x" + "5a".repeat(20))),
            DEPLOYED_AT,
            parameters,
            List.of(committee.committeeKey()),
            List.of());
    this.log = VerifiedLog.empty(genesis);
  }

  public Deployment deployment() {
    return new Deployment(
        genesis,
        0,
        Keccak256.hash(code),
        List.of(committee.roster()),
        List.of(committee.possession()));
  }

  public byte[] code() {
    return code.clone();
  }

  public VerifiedLog log() {
    return log;
  }

  /** A pause of the training clusters in 250 and 276 to 5 %, with a ramp of 10 s and no stagger. */
  public Pause pause(int slot, long effectiveAt, long expiresAt, long proposedAt) {
    return pause(slot, effectiveAt, expiresAt, proposedAt, 10);
  }

  /** The same pause with another ramp, in seconds. */
  public Pause pause(int slot, long effectiveAt, long expiresAt, long proposedAt, long ramp) {
    return new Pause(
        MandateName.STANDING,
        0,
        new Slot(slot),
        500,
        effectiveAt,
        expiresAt,
        ramp,
        0,
        new Scope(List.of(250, 276), 1, Pflops.of(100)),
        false,
        proposedAt,
        proposedAt + 86_400,
        REASON);
  }

  /** A drill in slot 10. */
  public Pause drill(long proposedAt) {
    return new Pause(
        MandateName.STANDING,
        0,
        new Slot(10),
        500,
        proposedAt,
        proposedAt
            + genesis.parameters().leadSeconds()
            + genesis.parameters().minRampSeconds()
            + 60,
        Math.max(10, genesis.parameters().minRampSeconds()),
        0,
        new Scope(List.of(), 7, Pflops.of(100)),
        true,
        proposedAt,
        proposedAt + 86_400,
        REASON);
  }

  public Lift lift(LogEntry pause, long proposedAt) {
    return new Lift(
        MandateName.STANDING,
        0,
        ((SlotDecision) pause.certificate().decision()).slot(),
        pause.certificate().id(),
        proposedAt,
        proposedAt + 86_400,
        REASON);
  }

  public Renew renew(long operatingUntil, long proposedAt) {
    return new Renew(
        MandateName.STANDING, 0, operatingUntil, proposedAt, proposedAt + 86_400, REASON);
  }

  /** Names the committee that holds STANDING for EMERGENCY too, which nobody held. */
  public Rotate foundEmergency(long proposedAt) {
    return new Rotate(
        MandateName.STANDING,
        0,
        MandateName.EMERGENCY,
        0,
        List.of(committee.committeeKey()),
        proposedAt,
        proposedAt + 3_600,
        REASON);
  }

  public Certificate certify(Decision decision) {
    Bytes32 id = decision.id(genesis.domain());
    return new Certificate(
        genesis.domain(),
        decision,
        log.registry().signers(decision).stream().map(key -> committee.sign(id)).toList());
  }

  /** The next entry of the log as if it were anchored then; nothing is anchored. */
  public LogEntry next(Decision decision, long anchoredAt) {
    return new LogEntry(log.length() + 1L, anchoredAt, certify(decision));
  }

  /** Anchors a decision under the contract's rules. */
  public LogEntry anchor(Decision decision, long anchoredAt) {
    LogEntry entry = next(decision, anchoredAt);
    log = log.with(List.of(entry));
    return entry;
  }

  /** How many entries had been anchored at that time. */
  int lengthAt(long time) {
    return Math.toIntExact(
        log.entries().stream().filter(entry -> entry.anchoredAt() <= time).count());
  }

  Bytes32 headAt(long time) {
    return log.heads().get(lengthAt(time));
  }

  List<LogEntry> entries(long after, int upTo) {
    return new ArrayList<>(log.entries().subList(Math.toIntExact(after), upTo));
  }

  static BlockRef blockAt(long time) {
    long number = time - DEPLOYED_AT;
    return new BlockRef(number, Sha256.hash(Long.toString(number).getBytes(US_ASCII)), time);
  }
}
