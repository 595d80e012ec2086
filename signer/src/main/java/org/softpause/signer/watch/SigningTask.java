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
import org.softpause.protocol.client.LenientObject;
import org.softpause.protocol.client.ServiceClient;
import org.softpause.protocol.client.ServiceRefusal;
import org.softpause.protocol.decision.SigningPackageDocument;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.signer.operation.ActivityLog;
import org.softpause.signer.registry.LogReplay;
import org.softpause.signer.registry.PinnedRegistry;
import org.softpause.signer.release.ShareRelease;
import org.softpause.signer.state.BallotChoice;
import org.softpause.signer.state.BallotRecord;
import org.softpause.signer.state.Membership;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.state.SignerStore;

/**
 * Releases signature shares for decisions approved here, whenever a signing package waits for one.
 * For a package that it has answered before it sends the same bytes again; for a new one it makes a
 * share with its newest commitment.
 */
public final class SigningTask implements WatchTask {
  /** The service says that the signature exists or is no longer needed; it may be wrong. */
  private static final String CLOSED = "signing-closed";

  /** A decision that the service calls closed is asked about once in so many looks. */
  private static final int SELDOM = 64;

  private final SignerStore store;
  private final ServiceClient service;
  private final ShareRelease release;
  private final Function<PinnedRegistry, LogReplay> log;
  private final ActivityLog activityLog;
  private final Clock clock;
  private final Set<Bytes32> closed = new HashSet<>();
  private long looks;

  /**
   * @param log the newest log that is known without asking, because signing waits for nobody
   */
  public SigningTask(
      SignerStore store,
      ServiceClient service,
      ShareRelease release,
      Function<PinnedRegistry, LogReplay> log,
      ActivityLog activityLog,
      Clock clock) {
    this.store = store;
    this.service = service;
    this.release = release;
    this.log = log;
    this.activityLog = activityLog;
    this.clock = clock;
  }

  @Override
  public void run() {
    SignerState state = store.read();
    List<BallotRecord> approvals = approvals(state);
    if (!approvals.isEmpty()) {
      PinnedRegistry registry = PinnedRegistry.of(state);
      approvals.forEach(ballotRecord -> serve(state, registry, ballotRecord));
    }
    looks++;
  }

  /** Decisions that were approved, not rejected since, and can still be anchored. */
  private List<BallotRecord> approvals(SignerState state) {
    long now = clock.instant().getEpochSecond();
    return state.ballots().stream()
        .filter(ballotRecord -> ballotRecord.choice() == BallotChoice.APPROVE)
        .filter(
            ballotRecord ->
                state
                    .latestBallot(ballotRecord.id(), ballotRecord.roster())
                    .equals(Optional.of(ballotRecord)))
        .filter(ballotRecord -> now <= ballotRecord.decision().anchorBy())
        .filter(ballotRecord -> !closed.contains(ballotRecord.id()) || isTurnOf(ballotRecord.id()))
        .toList();
  }

  /** Closed decisions take turns, so that no look has to ask about all of them. */
  private boolean isTurnOf(Bytes32 id) {
    return Math.floorMod(id.hashCode() + looks, SELDOM) == 0;
  }

  private void serve(SignerState state, PinnedRegistry registry, BallotRecord ballotRecord) {
    try {
      state.holdings().stream()
          .filter(membership -> membership.rosterHash().equals(ballotRecord.roster()))
          .forEach(membership -> serve(registry, membership, ballotRecord));
    } catch (RuleViolation refused) {
      if (refused.rule() == Rule.SIGNER_BEHIND) {
        throw refused;
      }
      activityLog.refused(subject(ballotRecord), refused.rule().slug(), refused.detail());
    } catch (FrostException refused) {
      activityLog.refused(
          subject(ballotRecord), "threshold-signing", String.valueOf(refused.getMessage()));
    } catch (ServiceRefusal refused) {
      if (refused.slug().equals(CLOSED)) {
        closed.add(ballotRecord.id());
      } else {
        activityLog.refused(
            subject(ballotRecord), refused.slug(), String.valueOf(refused.getMessage()));
      }
    }
  }

  private void serve(PinnedRegistry registry, Membership membership, BallotRecord ballotRecord) {
    Optional<LenientObject> answer =
        service.find(
            "/v1/decisions/%s/signing-package?roster=%s&identifier=%d"
                .formatted(ballotRecord.id(), ballotRecord.roster(), membership.self().value()));
    if (answer.isEmpty()) {
      return;
    }
    SigningPackageDocument offer =
        ObjectReader.read(answer.get().json(), SigningPackageDocument::read);
    if (isForUs(offer, ballotRecord)) {
      deliver(registry, membership, ballotRecord, offer);
    }
  }

  /** Packages that do not include our commitment are ignored. */
  private static boolean isForUs(SigningPackageDocument offer, BallotRecord ballotRecord) {
    String own = ballotRecord.ballot().kid();
    return offer.sources().stream().map(Jws::kid).anyMatch(own::equals);
  }

  private void deliver(
      PinnedRegistry registry,
      Membership membership,
      BallotRecord ballotRecord,
      SigningPackageDocument offer) {
    Jws share =
        release.release(
            membership,
            registry.domain(),
            log.apply(registry).state().epoch(ballotRecord.decision().mandate()),
            requireAsked(offer, ballotRecord),
            clock.instant().getEpochSecond());
    service.post("/v1/decisions/" + ballotRecord.id() + "/signature-shares", "share", share);
    activityLog.done(
        subject(ballotRecord), "signature share sent for package " + offer.packageHash());
  }

  private static SigningPackageDocument requireAsked(
      SigningPackageDocument offer, BallotRecord ballotRecord) {
    if (!offer.decision().equals(ballotRecord.id())) {
      throw new RuleViolation(
          Rule.DECISION_ID_MISMATCH,
          "asked about " + ballotRecord.id() + ", answered about " + offer.decision());
    }
    return offer;
  }

  private static String subject(BallotRecord ballotRecord) {
    return "decision " + ballotRecord.id();
  }
}
