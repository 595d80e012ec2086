package org.softpause.signer.command;

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
import org.softpause.protocol.site.Regions;
import org.softpause.signer.ballot.BallotBox;
import org.softpause.signer.ceremony.CompleteCeremonies;
import org.softpause.signer.docket.CheckedProposal;
import org.softpause.signer.docket.Docket;
import org.softpause.signer.registry.Chain;
import org.softpause.signer.registry.InForce;
import org.softpause.signer.registry.LogReplay;
import org.softpause.signer.registry.PinnedRegistry;
import org.softpause.signer.release.Freshness;
import org.softpause.signer.state.Membership;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.words.Context;
import org.softpause.signer.words.PlainWords;

/** Where decisions are read and voted on: the pinned registry with everything around it. */
final class Chamber {
  private final Workspace workspace;
  private final Identity identity;
  private final SignerState state;
  private final PinnedRegistry registry;
  private final Docket docket;
  private final LogReplay log;
  private final InForce inForce;

  private Chamber(Workspace workspace, SignerState state, PinnedRegistry registry) {
    this.workspace = workspace;
    this.identity = workspace.identity();
    this.state = state;
    this.registry = registry;
    this.log = LogReplay.fetch(workspace.service(), registry, workspace.store());
    this.inForce = new ShownCommittees(workspace.service()).inForce(registry, log.state(), state);
    this.docket = new Docket(workspace.service(), registry, inForce, identity, workspace.clock());
  }

  static Chamber open(Workspace workspace) {
    SignerState state = workspace.store().read();
    return new Chamber(workspace, state, PinnedRegistry.of(state));
  }

  SignerState state() {
    return state;
  }

  PinnedRegistry registry() {
    return registry;
  }

  Docket docket() {
    return docket;
  }

  LogReplay log() {
    return log;
  }

  Identity identity() {
    return identity;
  }

  CompleteCeremonies ceremonies() {
    return new CompleteCeremonies(workspace.service());
  }

  Chain chain() {
    return new Chain(workspace.http(), workspace.rpcAddress(), registry.domain().registry());
  }

  /** Own clock, and the earlier of it and the chain's time where a node was given. */
  BallotBox.Times times() {
    long clock = workspace.clock().instant().getEpochSecond();
    long now = workspace.hasRpc() ? Math.min(clock, chain().now()) : clock;
    return new BallotBox.Times(clock, now);
  }

  /** The page that an officer reads. */
  List<String> page(CheckedProposal proposal) {
    Context context =
        new Context(
            registry.deployment().genesis().parameters(),
            proposal.proposer().name(),
            docket.tallies(proposal),
            Optional.of(log.state()),
            rosters(proposal.decision()),
            proposal.decision() instanceof Lift lift ? log.pause(lift.pauseId()) : Optional.empty(),
            docket.reasons(proposal),
            workspace.clock().getZone());
    List<String> lines =
        new ArrayList<>(
            new PlainWords(Regions.load()).page(proposal.id(), proposal.decision(), context));
    if (workspace.hasRpc() && !log.isHead(chain())) {
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
  void approve(BallotBox.Subject subject) {
    BallotBox box = new BallotBox(workspace.store(), identity, workspace.random());
    BallotBox.Times times = times();
    Freshness freshness = new Freshness(workspace.service(), identity.publicIdentity());
    for (Membership membership : memberships(subject)) {
      freshness.requireNotBehind(workspace.store().read().ledger(), membership);
      send(subject, box.approve(membership, subject, Optional.of(log.state()), times));
    }
  }

  /** The committee in whose name this signer proposes: only the mandate's own may. */
  Membership proposing(Decision decision) {
    return inForce.requireMemberships(decision.mandate()).getFirst();
  }

  List<Membership> memberships(BallotBox.Subject subject) {
    return inForce.requireMemberships(subject.decision());
  }

  /** Refuses what {@link #approve} would refuse, before anything is sent. */
  void requireApprovable(BallotBox.Subject subject) {
    memberships(subject);
    Optional<RegistryState> known = Optional.of(log.state());
    new BallotBox(workspace.store(), identity, workspace.random()).check(subject, known, times());
  }

  private void send(BallotBox.Subject subject, Jws ballot) {
    workspace.service().post("/v1/decisions/" + subject.id() + "/ballots", "ballot", ballot);
  }
}
