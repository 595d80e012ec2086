package org.softpause.protocol.registry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.softpause.frost.VerifyingKey;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.Slot;
import org.softpause.protocol.decision.Withdraw;

/**
 * The registry contract's state after some entries of its log. It is immutable, and its size does
 * not grow with the log. It refuses what the contract refuses and names the first rule broken in
 * the contract's order of checks, after those that the constructors of decisions enforce.
 */
public final class RegistryState {
  private final Genesis genesis;
  private final LogHead head;
  private final Map<MandateName, Mandate> mandates;
  private final boolean emergencyArmed;
  private final Licence licence;
  private final List<SlotState> slots;

  RegistryState(
      Genesis genesis,
      LogHead head,
      Map<MandateName, Mandate> mandates,
      boolean emergencyArmed,
      Licence licence,
      List<SlotState> slots) {
    this.genesis = genesis;
    this.head = head;
    this.mandates = Collections.unmodifiableMap(new EnumMap<>(mandates));
    this.emergencyArmed = emergencyArmed;
    this.licence = licence;
    this.slots = List.copyOf(slots);
  }

  /** The state of the empty log. */
  public static RegistryState genesis(Genesis genesis) {
    Map<MandateName, Mandate> mandates = new EnumMap<>(MandateName.class);
    for (MandateName name : MandateName.values()) {
      mandates.put(name, new Mandate(0, genesis.committees(name), false));
    }
    return new RegistryState(
        genesis,
        LogHead.of(genesis),
        mandates,
        !genesis.emergency().isEmpty(),
        Licence.of(genesis),
        Collections.nCopies(Slot.COUNT, SlotState.EMPTY));
  }

  /**
   * Returns if the registry would anchor this certificate in a block of that time.
   *
   * @param now Unix seconds
   * @throws RuleViolation the first rule broken
   */
  public void check(Certificate certificate, long now) {
    requireSameRegistry(certificate);
    checkDecision(certificate.decision(), now);
    CertificateSignatures.check(certificate, signers(certificate.decision()));
  }

  /**
   * Checks a decision as {@link #check} does, before there are signatures.
   *
   * @param now Unix seconds
   * @throws RuleViolation the first rule broken
   */
  public void checkDecision(Decision decision, long now) {
    DecisionRules.check(this, decision, now);
  }

  /**
   * The state after the next entry of the log.
   *
   * @throws RuleViolation the first rule broken; this state stays as it is
   */
  public RegistryState apply(LogEntry entry) {
    RegistryState next = applyUnsigned(entry);
    CertificateSignatures.check(entry.certificate(), signers(entry.certificate().decision()));
    return next;
  }

  /**
   * Applies an entry as {@link #apply} does, but leaves its signatures to the caller, who has
   * verified them before or verifies those of many entries together.
   *
   * @throws RuleViolation the first rule broken
   */
  public RegistryState applyUnsigned(LogEntry entry) {
    head.requireNext(entry);
    requireSameRegistry(entry.certificate());
    checkDecision(entry.certificate().decision(), entry.anchoredAt());
    Bytes32 id = entry.certificate().id();
    LogHead next = head.append(id, entry.anchoredAt());
    return switch (entry.certificate().decision()) {
      case Pause pause -> afterPause(next, new AnchoredPause(id, pause, entry.anchoredAt()));
      case Lift lift -> afterLift(next, lift, entry.anchoredAt());
      case Withdraw withdraw -> afterWithdraw(next, withdraw);
      case Renew renew -> afterRenew(next, renew, entry.anchoredAt());
      case Rotate rotate -> afterRotate(next, rotate);
    };
  }

  private void requireSameRegistry(Certificate certificate) {
    if (certificate.domain().chainId() != genesis.domain().chainId()) {
      throw new RuleViolation(
          Rule.WRONG_CHAIN, "the certificate is for chain " + certificate.domain().chainId());
    }
    if (!certificate.domain().equals(genesis.domain())) {
      throw new RuleViolation(
          Rule.WRONG_REGISTRY, "the certificate is for " + certificate.domain().registry());
    }
  }

  private RegistryState afterPause(LogHead next, AnchoredPause anchored) {
    Pause pause = anchored.pause();
    Map<MandateName, Mandate> after = new EnumMap<>(mandates);
    if (pause.drill()) {
      after.computeIfPresent(pause.mandate(), (name, mandate) -> mandate.withDrill());
    }
    boolean disarms = pause.mandate() == MandateName.EMERGENCY && !pause.drill();
    return new RegistryState(
        genesis,
        next,
        after,
        emergencyArmed && !disarms,
        licence,
        with(pause.slot(), slot(pause.slot()).paused(anchored)));
  }

  private RegistryState afterLift(LogHead next, Lift lift, long now) {
    SlotState before = slot(lift.slot());
    AnchoredPause lifted = occupant(lift.slot(), now).orElseThrow().liftedAt(now);
    return new RegistryState(
        genesis,
        next,
        mandates,
        emergencyArmed,
        licence,
        with(lift.slot(), before.lifted(lifted, lift.proposedAt())));
  }

  private RegistryState afterWithdraw(LogHead next, Withdraw withdraw) {
    SlotState after = slot(withdraw.slot()).withdrawn(withdraw.proposedAt());
    return new RegistryState(
        genesis, next, mandates, emergencyArmed, licence, with(withdraw.slot(), after));
  }

  private RegistryState afterRenew(LogHead next, Renew renew, long now) {
    Licence renewed = licence.renewed(genesis, renew.operatingUntil(), now);
    return new RegistryState(genesis, next, mandates, emergencyArmed, renewed, slots);
  }

  private RegistryState afterRotate(LogHead next, Rotate rotate) {
    Map<MandateName, Mandate> after = new EnumMap<>(mandates);
    after.computeIfPresent(
        rotate.target(), (name, mandate) -> mandate.rotatedTo(rotate.committees()));
    boolean armed =
        rotate.target() == MandateName.EMERGENCY ? !rotate.isDeletion() : emergencyArmed;
    return new RegistryState(genesis, next, after, armed, licence, slots);
  }

  private List<SlotState> with(Slot slot, SlotState state) {
    List<SlotState> after = new ArrayList<>(slots);
    after.set(slot.value(), state);
    return after;
  }

  public Genesis genesis() {
    return genesis;
  }

  /** The head of the hash chain at this sequence number. */
  public Bytes32 head() {
    return head.hash();
  }

  /** How many decisions have been anchored. */
  public long sequence() {
    return head.sequence();
  }

  /** Unix seconds of the newest entry's anchoring, or of the deployment while the log is empty. */
  public long lastAnchoredAt() {
    return head.anchoredAt();
  }

  public long epoch(MandateName name) {
    return mandate(name).epoch();
  }

  /** The committees that hold a mandate, ascending by x; none where the mandate is absent. */
  public List<CommitteeKey> committees(MandateName name) {
    return mandate(name).committees();
  }

  /**
   * The committees whose signatures make a certificate, in its order: those of the decision's
   * mandate, then for a Rotate each listed one with a new key. The signature of a new key proves
   * that it works (protocol "What can be decided", rotation).
   */
  public List<CommitteeKey> signers(Decision decision) {
    List<CommitteeKey> current = committees(decision.mandate());
    if (!(decision instanceof Rotate rotate)) {
      return current;
    }
    Set<VerifyingKey> signing =
        current.stream().map(CommitteeKey::key).collect(Collectors.toUnmodifiableSet());
    return Stream.concat(
            current.stream(),
            rotate.committees().stream().filter(body -> !signing.contains(body.key())))
        .toList();
  }

  /**
   * When the operating licence runs out, Unix seconds. It has no effect where the registry has no
   * licence.
   */
  public long operatingUntil() {
    return licence.until();
  }

  /** Whether EMERGENCY exists and may still anchor a pause that is no drill. */
  public boolean emergencyArmed() {
    return emergencyArmed;
  }

  public SlotState slot(Slot slot) {
    return slots.get(slot.value());
  }

  /** The pause that occupies a slot at that time, Unix seconds, and keeps another one out. */
  public Optional<AnchoredPause> occupant(Slot slot, long now) {
    return slot(slot).occupant(now, genesis.parameters().leadSeconds());
  }

  /** All sixteen slots, by number. */
  public List<SlotState> slots() {
    return slots;
  }

  /**
   * The latest pause of every slot, including drills and pauses that are over. No other pause can
   * lower a ceiling at or after {@link #lastAnchoredAt}.
   */
  public List<AnchoredPause> pauses() {
    return slots.stream().map(SlotState::latestPause).filter(Objects::nonNull).toList();
  }

  /** Everything that lowers ceilings at or after {@link #lastAnchoredAt}: pauses and lapses. */
  public List<CeilingReduction> reductions() {
    List<CeilingReduction> all = new ArrayList<>(pauses());
    all.addAll(licence.lapses(genesis));
    return all;
  }

  /**
   * Whether the registry is live: a drill of each of its mandates is anchored. Nobody enrols before
   * that.
   */
  public boolean live() {
    return mandates.values().stream()
        .allMatch(mandate -> mandate.drilled() || mandate.committees().isEmpty());
  }

  LogHead logHead() {
    return head;
  }

  Licence licence() {
    return licence;
  }

  Mandate mandate(MandateName name) {
    return Objects.requireNonNull(mandates.get(name));
  }

  private List<Object> values() {
    return List.of(genesis, head, mandates, emergencyArmed, licence, slots);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RegistryState that && values().equals(that.values());
  }

  @Override
  public int hashCode() {
    return values().hashCode();
  }

  @Override
  public String toString() {
    return "registry " + genesis.domain().registry() + " after " + sequence() + ": " + head();
  }
}
