package org.softpause.signer.deciding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.jose.Identity;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.protocol.site.RegionNames;
import org.softpause.signer.ceremony.RosterVerifier;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.registry.CurrentCommittees;
import org.softpause.signer.registry.LogReplay;
import org.softpause.signer.registry.OwnNode;
import org.softpause.signer.registry.PinnedRegistry;
import org.softpause.signer.release.StoreFreshness;
import org.softpause.signer.state.Membership;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.words.DecisionBriefing;
import org.softpause.signer.words.DecisionContext;

/** Where decisions are read and voted on: the pinned registry with everything around it. */
public final class DecisionWorkspace {
  private final SignerContext signerContext;
  private final Identity identity;
  private final SignerState state;
  private final PinnedRegistry registry;
  private final VerifiedDecisions verifiedDecisions;
  private final LogReplay log;
  private final CurrentCommittees inForce;

  private DecisionWorkspace(
      SignerContext signerContext, SignerState state, PinnedRegistry registry) {
    this.signerContext = signerContext;
    this.identity = signerContext.identity();
    this.state = state;
    this.registry = registry;
    this.log = LogReplay.fetch(signerContext.service(), registry, signerContext.store());
    this.inForce =
        new CommitteeLookup(signerContext.service()).inForce(registry, log.state(), state);
    this.verifiedDecisions =
        new VerifiedDecisions(
            signerContext.service(), registry, inForce, identity, signerContext.clock());
  }

  public static DecisionWorkspace open(SignerContext signerContext) {
    SignerState state = signerContext.store().read();
    return new DecisionWorkspace(signerContext, state, PinnedRegistry.of(state));
  }

  public SignerState state() {
    return state;
  }

  public PinnedRegistry registry() {
    return registry;
  }

  public VerifiedDecisions verifiedDecisions() {
    return verifiedDecisions;
  }

  public LogReplay log() {
    return log;
  }

  public Identity identity() {
    return identity;
  }

  public RosterVerifier ceremonies() {
    return new RosterVerifier(signerContext.service());
  }

  public OwnNode chain() {
    return new OwnNode(
        signerContext.transport(), signerContext.rpcAddress(), registry.domain().registry());
  }

  /** Own clock, and the earlier of it and the chain's time where a node was given. */
  public BallotCaster.Times times() {
    long clock = signerContext.clock().instant().getEpochSecond();
    long now = signerContext.hasRpc() ? Math.min(clock, chain().now()) : clock;
    return new BallotCaster.Times(clock, now);
  }

  /** The page that an officer reads. */
  public List<String> page(VerifiedProposal proposal) {
    DecisionContext context =
        new DecisionContext(
            registry.deployment().genesis().parameters(),
            proposal.proposer().name(),
            verifiedDecisions.tallies(proposal),
            Optional.of(log.state()),
            rosters(proposal.decision()),
            proposal.decision() instanceof Lift lift ? log.pause(lift.pauseId()) : Optional.empty(),
            verifiedDecisions.reasons(proposal),
            signerContext.clock().getZone());
    List<String> lines =
        new ArrayList<>(
            new DecisionBriefing(RegionNames.load())
                .page(proposal.id(), proposal.decision(), context));
    if (signerContext.hasRpc() && !log.isHead(chain())) {
      lines.add("Note        the log that the service shows is not yet what the chain has.");
    }
    return lines;
  }

  /**
   * Rosters that the log names, as they were and as refreshes have made them, and of a Rotate's
   * those that their ceremonies prove here.
   */
  private List<Roster> rosters(Decision decision) {
    List<Roster> proven = new ArrayList<>(inForce.registered());
    for (MandateName mandate : MandateName.values()) {
      proven.addAll(inForce.rosters(mandate));
    }
    if (decision instanceof Rotate rotate) {
      for (CommitteeKey body : rotate.committees()) {
        inForce.known().stream()
            .filter(roster -> roster.hash().equals(body.roster()))
            .findFirst()
            .filter(roster -> !proven.contains(roster))
            .flatMap(ceremonies()::prove)
            .ifPresent(proven::add);
      }
    }
    return proven;
  }

  /** Approves for every committee in which this signer sits, and sends the ballots. */
  public void approve(BallotCaster.Subject subject) {
    BallotCaster box = new BallotCaster(signerContext.store(), identity, signerContext.random());
    BallotCaster.Times times = times();
    StoreFreshness freshness =
        new StoreFreshness(signerContext.service(), identity.publicIdentity());
    for (Membership membership : memberships(subject)) {
      freshness.requireNotBehind(signerContext.store().read().ledger(), membership);
      send(subject, box.approve(membership, subject, Optional.of(log.state()), times));
    }
  }

  /** The committee in whose name this signer proposes: only the mandate's own may. */
  public Membership proposing(Decision decision) {
    return inForce.requireMemberships(decision.mandate()).getFirst();
  }

  public List<Membership> memberships(BallotCaster.Subject subject) {
    return inForce.requireMemberships(subject.decision());
  }

  /** Refuses what {@link #approve} would refuse, before anything is sent. */
  public void requireApprovable(BallotCaster.Subject subject) {
    memberships(subject);
    Optional<RegistryState> known = Optional.of(log.state());
    new BallotCaster(signerContext.store(), identity, signerContext.random())
        .check(subject, known, times());
  }

  private void send(BallotCaster.Subject subject, Jws ballot) {
    signerContext.service().post("/v1/decisions/" + subject.id() + "/ballots", "ballot", ballot);
  }
}
