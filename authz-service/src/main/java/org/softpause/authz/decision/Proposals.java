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

/** Takes proposals. */
@Component
public class Proposals {
  private static final long MAX_AHEAD_SECONDS = 600;

  private final EntityManager entities;
  private final ProposalRepository rows;
  private final Decisions book;
  private final ServedRegistry registry;
  private final CommitteeDirectory committees;
  private final RegistryView chain;
  private final Clock clock;

  Proposals(
      EntityManager entities,
      ProposalRepository rows,
      Decisions book,
      ServedRegistry registry,
      CommitteeDirectory committees,
      RegistryView chain,
      Clock clock) {
    this.entities = entities;
    this.rows = rows;
    this.book = book;
    this.registry = registry;
    this.committees = committees;
    this.chain = chain;
    this.clock = clock;
  }

  /** What became of a proposal. */
  public record Taken(Bytes32 id, boolean isNew) {}

  /** Records a proposal, once; the same again changes nothing. */
  @Transactional
  public Taken propose(Jws signed, ReasonsDocument reasons) {
    Proposal proposal = verified(signed);
    if (!reasons.hash().equals(proposal.decision().reasonHash())) {
      throw new RuleViolation(
          Rule.REASONS_MISMATCH, "the reasons hash to " + reasons.hash() + ", which is not signed");
    }
    if (book.find(proposal.id()).isPresent()) {
      return new Taken(proposal.id(), false);
    }
    if (proposal.decision() instanceof Rotate rotate) {
      committees.requireRosters(rotate);
    }
    chain.latest().checkDecision(proposal.decision(), now(proposal));
    book.open(
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

  /** Proposals are dated by the chain's latest block, which our clock or our reading may trail. */
  private long now(Proposal proposal) {
    long clockSeconds = clock.instant().getEpochSecond();
    long proposedAt = proposal.decision().proposedAt();
    return proposedAt - clockSeconds > MAX_AHEAD_SECONDS
        ? clockSeconds
        : Math.max(clockSeconds, proposedAt);
  }

  /** The signed proposal, absent for a decision that somebody else carried to the registry. */
  @Transactional(readOnly = true)
  public Optional<Jws> signed(Bytes32 decision) {
    return rows.findByDecision(decision).map(ProposalRow::signed);
  }

  @Transactional(readOnly = true)
  public Optional<ReasonsDocument> reasons(Bytes32 decision) {
    return rows.findByDecision(decision).map(ProposalRow::reasons);
  }
}
