package org.softpause.authz.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Proposal;
import org.softpause.protocol.jose.Jws;

/** The row of a proposal, as it was signed, and the reasons attached to it. */
@Entity
@Table(name = "proposal")
class ProposalRow {
  @Id private Bytes32 decision;
  @Column private Bytes32 roster;
  @Column private int identifier;
  private String proposal;
  private byte[] reasons;
  private String reasonsType;
  @Column private Bytes32 reasonHash;

  @SuppressWarnings("NullAway.Init")
  protected ProposalRow() {}

  ProposalRow(Proposal proposal, Jws signed, ReasonsDocument reasons) {
    this.decision = proposal.id();
    this.roster = proposal.roster();
    this.identifier = proposal.proposer().value();
    this.proposal = signed.compact();
    this.reasons = reasons.document();
    this.reasonsType = reasons.mediaType();
    this.reasonHash = reasons.hash();
  }

  Jws signed() {
    return Jws.parse(proposal);
  }

  ReasonsDocument reasons() {
    return new ReasonsDocument(reasons, reasonsType);
  }
}
