package org.softpause.signer.watch;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.softpause.frost.FrostException;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.SigningPackageDocument;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.signer.registry.LogReplay;
import org.softpause.signer.registry.PinnedRegistry;
import org.softpause.signer.release.ShareRelease;
import org.softpause.signer.service.ServiceClient;
import org.softpause.signer.service.ServiceRefusal;
import org.softpause.signer.service.View;
import org.softpause.signer.state.Choice;
import org.softpause.signer.state.Membership;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.state.SignerStore;
import org.softpause.signer.state.Verdict;

/**
 * Releases shares for decisions approved here, whenever a package waits for one. Asked again for
 * the same package it sends the same bytes, for another one a share under its newest commitment.
 */
public final class SigningRound implements Round {
  /** The service says that a signature is there or not wanted any more; it may be wrong. */
  private static final String CLOSED = "signing-closed";

  /** How often a decision is looked at that the service calls closed. */
  private static final int SELDOM = 64;

  private final SignerStore store;
  private final ServiceClient service;
  private final ShareRelease release;
  private final Function<PinnedRegistry, LogReplay> log;
  private final Journal journal;
  private final Clock clock;
  private final Set<Bytes32> closed = new HashSet<>();
  private long rounds;

  /**
   * @param log the newest that is known without asking: signing waits for nobody
   */
  public SigningRound(
      SignerStore store,
      ServiceClient service,
      ShareRelease release,
      Function<PinnedRegistry, LogReplay> log,
      Journal journal,
      Clock clock) {
    this.store = store;
    this.service = service;
    this.release = release;
    this.log = log;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public void run() {
    SignerState state = store.read();
    List<Verdict> approvals = approvals(state);
    if (!approvals.isEmpty()) {
      PinnedRegistry registry = PinnedRegistry.of(state);
      approvals.forEach(verdict -> serve(state, registry, verdict));
    }
    rounds++;
  }

  /** What was approved, not rejected since, and can still be anchored. */
  private List<Verdict> approvals(SignerState state) {
    long now = clock.instant().getEpochSecond();
    return state.verdicts().stream()
        .filter(verdict -> verdict.choice() == Choice.APPROVE)
        .filter(
            verdict -> state.verdict(verdict.id(), verdict.roster()).equals(Optional.of(verdict)))
        .filter(verdict -> now <= verdict.decision().anchorBy())
        .filter(verdict -> !closed.contains(verdict.id()) || isTurnOf(verdict.id()))
        .toList();
  }

  /** Each has its own turn, so that no look has to ask about all. */
  private boolean isTurnOf(Bytes32 id) {
    return Math.floorMod(id.hashCode() + rounds, SELDOM) == 0;
  }

  private void serve(SignerState state, PinnedRegistry registry, Verdict verdict) {
    try {
      state.holdings().stream()
          .filter(membership -> membership.rosterHash().equals(verdict.roster()))
          .forEach(membership -> serve(registry, membership, verdict));
    } catch (RuleViolation refused) {
      if (refused.rule() == Rule.SIGNER_BEHIND) {
        throw refused;
      }
      journal.refused(subject(verdict), refused.rule().slug(), refused.detail());
    } catch (FrostException refused) {
      journal.refused(subject(verdict), "threshold-signing", String.valueOf(refused.getMessage()));
    } catch (ServiceRefusal refused) {
      if (refused.slug().equals(CLOSED)) {
        closed.add(verdict.id());
      } else {
        journal.refused(subject(verdict), refused.slug(), String.valueOf(refused.getMessage()));
      }
    }
  }

  private void serve(PinnedRegistry registry, Membership membership, Verdict verdict) {
    Optional<View> answer =
        service.find(
            "/v1/decisions/%s/signing-package?roster=%s&identifier=%d"
                .formatted(verdict.id(), verdict.roster(), membership.self().value()));
    if (answer.isEmpty()) {
      return;
    }
    SigningPackageDocument offer =
        ObjectReader.read(answer.get().json(), SigningPackageDocument::read);
    if (isForUs(offer, verdict)) {
      deliver(registry, membership, verdict, offer);
    }
  }

  /** A package without our commitment is none of our business, and no reason to complain. */
  private static boolean isForUs(SigningPackageDocument offer, Verdict verdict) {
    String own = verdict.ballot().kid();
    return offer.sources().stream().map(Jws::kid).anyMatch(own::equals);
  }

  private void deliver(
      PinnedRegistry registry,
      Membership membership,
      Verdict verdict,
      SigningPackageDocument offer) {
    Jws share =
        release.release(
            membership,
            registry.domain(),
            log.apply(registry).state().epoch(verdict.decision().mandate()),
            requireAsked(offer, verdict),
            clock.instant().getEpochSecond());
    service.post("/v1/decisions/" + verdict.id() + "/signature-shares", "share", share);
    journal.done(subject(verdict), "signature share sent for package " + offer.packageHash());
  }

  private static SigningPackageDocument requireAsked(
      SigningPackageDocument offer, Verdict verdict) {
    if (!offer.decision().equals(verdict.id())) {
      throw new RuleViolation(
          Rule.DECISION_ID_MISMATCH,
          "asked about " + verdict.id() + ", answered about " + offer.decision());
    }
    return offer;
  }

  private static String subject(Verdict verdict) {
    return "decision " + verdict.id();
  }
}
