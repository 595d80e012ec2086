package org.softpause.authz.decision;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import org.softpause.authz.committee.Committee;
import org.softpause.authz.committee.CommitteeDirectory;
import org.softpause.authz.committee.ServedRegistry;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.committee.Member;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.decision.Proposal;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.jose.Jws;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Receives proposals of decisions and their reasons. */
@Component
public class Proposals {
  private static final long MAX_AHEAD_SECONDS = 600;

  private final EntityManager entities;
  private final ProposalRepository rows;
  private final Decisions decisions;
  private final ServedRegistry registry;
  private final CommitteeDirectory committees;
  private final RegistryView chain;
  private final Clock clock;

  Proposals(
      EntityManager entities,
      ProposalRepository rows,
      Decisions decisions,
      ServedRegistry registry,
      CommitteeDirectory committees,
      RegistryView chain,
      Clock clock) {
    this.entities = entities;
    this.rows = rows;
    this.decisions = decisions;
    this.registry = registry;
    this.committees = committees;
    this.chain = chain;
    this.clock = clock;
  }

  /** The answer to a proposal: the decision's id, and whether this proposal opened it. */
  public record Taken(Bytes32 id, boolean isNew) {}

  /** Records a proposal; the same proposal again changes nothing. */
  @Transactional
  public Taken propose(Jws signed, ReasonsDocument reasons) {
    Proposal proposal = verified(signed);
    if (!reasons.hash().equals(proposal.decision().reasonHash())) {
      throw new RuleViolation(
          Rule.REASONS_MISMATCH,
          "the reasons have hash " + reasons.hash() + ", another one is signed");
    }
    if (decisions.find(proposal.id()).isPresent()) {
      return new Taken(proposal.id(), false);
    }
    if (proposal.decision() instanceof Rotate rotate) {
      committees.requireRosters(rotate);
    }
    chain.latest().checkDecision(proposal.decision(), now(proposal));
    decisions.open(
        proposal.id(),
        proposal.decision(),
        DecisionState.PROPOSED,
        "by member " + proposal.proposer().value() + " of " + proposal.roster());
    entities.flush();
    entities.persist(new ProposalRow(proposal, signed, reasons));
    return new Taken(proposal.id(), true);
  }

  private Proposal verified(Jws signed) {
    Proposal proposal = signed.unverified().read(Proposal.TYPE, Proposal::read);
    requireOurs(proposal.domain());
    Committee committee = committees.deciding(proposal.decision(), proposal.roster());
    Member member = committee.roster().member(proposal.proposer());
    signed.verify(member.identity());
    return proposal;
  }

  private void requireOurs(Eip712Domain domain) {
    Eip712Domain ours = registry.require().domain();
    if (domain.chainId() != ours.chainId()) {
      throw new RuleViolation(Rule.WRONG_CHAIN, "the proposal is for chain " + domain.chainId());
    }
    if (!domain.equals(ours)) {
      throw new RuleViolation(Rule.WRONG_REGISTRY, "the proposal is for " + domain.registry());
    }
  }

  /** Proposals carry the time of the chain's latest block, which our clock may be behind. */
  private long now(Proposal proposal) {
    long clockSeconds = clock.instant().getEpochSecond();
    long proposedAt = proposal.decision().proposedAt();
    return proposedAt - clockSeconds > MAX_AHEAD_SECONDS
        ? clockSeconds
        : Math.max(clockSeconds, proposedAt);
  }

  /** The signed proposal; empty for a decision that reached the registry without this service. */
  @Transactional(readOnly = true)
  public Optional<Jws> signed(Bytes32 decision) {
    return rows.findByDecision(decision).map(ProposalRow::signed);
  }

  @Transactional(readOnly = true)
  public Optional<ReasonsDocument> reasons(Bytes32 decision) {
    return rows.findByDecision(decision).map(ProposalRow::reasons);
  }
}
