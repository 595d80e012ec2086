package org.softpause.signer.deciding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.Withdraw;
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
import org.softpause.signer.words.OpenDecision;

/**
 * Everything that it takes to read decisions and vote on them: the pinned registry, its log as
 * verified just now, the current committees, and the verified proposals.
 */
public final class DecisionWorkspace {
  private final SignerContext context;
  private final Identity identity;
  private final SignerState state;
  private final PinnedRegistry registry;
  private final LogReplay log;
  private final CurrentCommittees committees;
  private final VerifiedDecisions verifiedDecisions;

  private DecisionWorkspace(SignerContext context, SignerState state, PinnedRegistry registry) {
    this.context = context;
    this.identity = context.identity();
    this.state = state;
    this.registry = registry;
    this.log = LogReplay.fetch(context.service(), registry, context.store());
    this.committees = new CommitteeLookup(context.service()).current(registry, log.state(), state);
    this.verifiedDecisions =
        new VerifiedDecisions(context.service(), registry, committees, identity, context.clock());
  }

  /**
   * Fetches and verifies the log of the pinned registry.
   *
   * @throws org.softpause.protocol.RuleViolation DEPLOYMENT_NOT_PINNED, or the first rule that the
   *     log breaks
   */
  public static DecisionWorkspace open(SignerContext context) {
    SignerState state = context.store().read();
    return new DecisionWorkspace(context, state, PinnedRegistry.of(state));
  }

  /** This signer's record when the workspace was opened. */
  public SignerState state() {
    return state;
  }

  public VerifiedDecisions verifiedDecisions() {
    return verifiedDecisions;
  }

  PinnedRegistry registry() {
    return registry;
  }

  /** What the verified log leads to. */
  RegistryState registryState() {
    return log.state();
  }

  Identity identity() {
    return identity;
  }

  RosterVerifier rosterVerifier() {
    return new RosterVerifier(context.service());
  }

  OwnNode node() {
    return context.node(registry.domain().registry());
  }

  /** The page about a decision, in plain words, that an officer reads before voting. */
  List<String> page(VerifiedProposal proposal) {
    Decision decision = proposal.decision();
    DecisionContext around =
        new DecisionContext(
            registry.deployment().genesis().parameters(),
            proposal.proposer().name(),
            verifiedDecisions.tallies(proposal),
            Optional.of(log.state()),
            rosters(decision),
            decision instanceof Lift lift ? log.pause(lift.pauseId()) : Optional.empty(),
            open(decision),
            verifiedDecisions.reasons(proposal),
            context.clock().getZone());
    List<String> lines =
        new ArrayList<>(
            new DecisionBriefing(RegionNames.load()).page(proposal.id(), decision, around));
    if (context.hasNode() && !log.isHead(node())) {
      lines.add("Note        the log that the service shows is not yet what the chain has.");
    }
    return lines;
  }

  /** Asked for only where it is shown: each open decision takes a request. */
  private List<OpenDecision> open(Decision decision) {
    return switch (decision) {
      case Rotate rotate -> verifiedDecisions.open();
      case Withdraw withdraw -> verifiedDecisions.open();
      case Pause pause -> List.of();
      case Lift lift -> List.of();
      case Renew renew -> List.of();
    };
  }

  /**
   * The rosters that the log names, as registered and as refreshed since, and those listed by a
   * Rotate whose ceremonies prove them here.
   */
  private List<Roster> rosters(Decision decision) {
    List<Roster> proven = new ArrayList<>(committees.registered());
    for (MandateName mandate : MandateName.values()) {
      proven.addAll(committees.rosters(mandate));
    }
    if (decision instanceof Rotate rotate) {
      for (CommitteeKey body : rotate.committees()) {
        committees.known().stream()
            .filter(roster -> roster.hash().equals(body.roster()))
            .findFirst()
            .filter(roster -> !proven.contains(roster))
            .flatMap(rosterVerifier()::prove)
            .ifPresent(proven::add);
      }
    }
    return proven;
  }

  /**
   * Approves a decision in the name of every committee in which this signer signs it, and sends the
   * ballots.
   *
   * @throws org.softpause.protocol.RuleViolation SIGNER_BEHIND, NOT_A_MEMBER, or a rule that
   *     forbids the approval
   */
  public void approve(BallotCaster.Subject subject) {
    BallotCaster.Times times = times();
    StoreFreshness freshness = new StoreFreshness(context.service(), identity.publicIdentity());
    for (Membership membership : memberships(subject)) {
      freshness.requireNotBehind(() -> context.store().read().ledger(), membership);
      send(subject, caster().approve(membership, subject, Optional.of(log.state()), times));
    }
  }

  /** Refuses a decision that {@link #approve} would refuse, before anything is sent. */
  void requireApprovable(BallotCaster.Subject subject) {
    memberships(subject);
    caster().check(subject, Optional.of(log.state()), times());
  }

  /** The committee in whose name this signer proposes, which must hold the mandate itself. */
  Membership proposing(Decision decision) {
    return committees.requireMemberships(decision.mandate()).getFirst();
  }

  /** The committees in whose names this signer votes on a decision; there is at least one. */
  List<Membership> memberships(BallotCaster.Subject subject) {
    return committees.requireMemberships(subject.decision());
  }

  private BallotCaster caster() {
    return new BallotCaster(context.store(), identity, context.random());
  }

  /** This machine's clock, and the earlier of it and the chain's time where a node can be asked. */
  private BallotCaster.Times times() {
    long clock = context.now();
    long now = context.hasNode() ? Math.min(clock, node().now()) : clock;
    return new BallotCaster.Times(clock, now);
  }

  private void send(BallotCaster.Subject subject, Jws ballot) {
    context.service().post("/v1/decisions/" + subject.id() + "/ballots", "ballot", ballot);
  }
}
