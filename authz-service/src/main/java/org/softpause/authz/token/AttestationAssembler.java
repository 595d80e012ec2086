package org.softpause.authz.token;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.softpause.authz.committee.ServedRegistry;
import org.softpause.authz.decision.DecisionRecord;
import org.softpause.authz.decision.DecisionState;
import org.softpause.authz.decision.Decisions;
import org.softpause.authz.mirror.AnchoredEntry;
import org.softpause.authz.mirror.RegistryDivergence;
import org.softpause.authz.mirror.RegistryMirror;
import org.softpause.authz.signing.Certificates;
import org.softpause.authz.system.RegistryReaderFactory;
import org.softpause.protocol.Address;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.proof.AnchorProof;
import org.softpause.protocol.proof.BlockRef;
import org.softpause.protocol.proof.RegistryReader;
import org.softpause.protocol.registry.Certificate;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.protocol.token.Attestation;
import org.softpause.protocol.token.PendingCertificate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Assembles what a token can attest now: the head of our replay, with the node's proof that it is
 * the chain's head at the finalised block.
 */
@Component
class AttestationAssembler {
  private static final List<DecisionState> CERTIFIED =
      List.of(DecisionState.CERTIFIED, DecisionState.ANCHORING);

  /** How far this clock and the chain's may differ; agents allow as much. */
  private static final long SKEW_SECONDS = 60;

  private final ServedRegistry registry;
  private final RegistryMirror mirror;
  private final Decisions decisions;
  private final Certificates certificates;
  private final RegistryReaderFactory readers;
  private final RegistryDivergence registryDivergence;
  private final TokenSettings settings;
  private final Clock clock;

  AttestationAssembler(
      ServedRegistry registry,
      RegistryMirror mirror,
      Decisions decisions,
      Certificates certificates,
      RegistryReaderFactory readers,
      RegistryDivergence registryDivergence,
      TokenSettings settings,
      Clock clock) {
    this.registry = registry;
    this.mirror = mirror;
    this.decisions = decisions;
    this.certificates = certificates;
    this.readers = readers;
    this.registryDivergence = registryDivergence;
    this.settings = settings;
    this.clock = clock;
  }

  /** The attestation by our records, without proof; empty while log and chain disagree. */
  @Transactional(readOnly = true)
  public Optional<Attestation> recorded() {
    Optional<BlockRef> block = mirror.finalisedBlock();
    if (registry.find().isEmpty() || block.isEmpty() || registryDivergence.why().isPresent()) {
      return Optional.empty();
    }
    RegistryState state = mirror.finalised();
    long from = Math.max(0, state.sequence() - settings.window());
    return Optional.of(
        new Attestation(
            registry.require().domain(),
            state.sequence(),
            state.head(),
            block.get(),
            from,
            mirror.finalEntries(from, settings.window()).stream()
                .map(AnchoredEntry::entry)
                .toList(),
            pending(),
            Optional.empty()));
  }

  private List<PendingCertificate> pending() {
    List<PendingCertificate> pending = new ArrayList<>();
    for (AnchoredEntry entry : mirror.pendingEntries()) {
      pending.add(
          new PendingCertificate(
              entry.entry().certificate(), OptionalLong.of(entry.entry().anchoredAt())));
    }
    var waiting = decisions.inStates(CERTIFIED).stream().map(DecisionRecord::id).toList();
    RegistryState latest = mirror.latest();
    for (Certificate certificate : certificates.of(waiting)) {
      if (isStillPossible(certificate, latest, clock.instant().getEpochSecond())) {
        pending.add(new PendingCertificate(certificate, OptionalLong.empty()));
      }
    }
    return pending;
  }

  /**
   * Whether the registry could still anchor it. Agents refuse a token that shows a certificate
   * which cannot be anchored: a rotation that waits for finality may have voided it.
   *
   * @param now this clock's time in Unix seconds; it may miss the validity by as much as the
   *     chain's clock may differ
   */
  static boolean isStillPossible(Certificate certificate, RegistryState latest, long now) {
    long within =
        Math.clamp(now, certificate.decision().proposedAt(), certificate.decision().anchorBy());
    try {
      latest.check(certificate, Math.abs(now - within) <= SKEW_SECONDS ? within : now);
      return true;
    } catch (RuleViolation overtaken) {
      return false;
    }
  }

  /**
   * The same attestation with the chain's proof.
   *
   * @throws IOException if the node gives none
   * @throws org.softpause.protocol.RuleViolation if the proof shows another head
   */
  Attestation proven(Attestation recorded) throws IOException {
    Address address = recorded.domain().registry();
    RegistryReader reader = readers.reader(address);
    AnchorProof proof = reader.proof(recorded.block());
    proof.check(recorded.block(), address, recorded.head());
    return new Attestation(
        recorded.domain(),
        recorded.sequence(),
        recorded.head(),
        recorded.block(),
        recorded.from(),
        recorded.log(),
        recorded.pending(),
        Optional.of(proof));
  }
}
