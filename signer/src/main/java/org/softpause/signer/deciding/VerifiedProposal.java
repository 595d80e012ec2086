package org.softpause.signer.deciding;

import java.util.List;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.committee.Member;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.decision.Proposal;
import org.softpause.protocol.jose.Jws;
import org.softpause.signer.registry.CurrentCommittees;
import org.softpause.signer.registry.PinnedRegistry;

/**
 * A decision that a member of its mandate proposed: signature verified, id computed here from the
 * fields.
 */
public record VerifiedProposal(Bytes32 id, Decision decision, Member proposer, Roster roster) {
  /**
   * Verifies a proposal that the service handed out under this id.
   *
   * @throws RuleViolation NOT_A_MEMBER, WRONG_REGISTRY, WRONG_ROSTER, DECISION_ID_MISMATCH or a
   *     rule of the document
   */
  static VerifiedProposal check(
      Bytes32 id, Jws jws, PinnedRegistry registry, CurrentCommittees committees) {
    Proposal claimed = jws.unverified().read(Proposal.TYPE, Proposal::read);
    List<Roster> rosters = committees.proposing(claimed.decision());
    Roster roster =
        rosters.stream()
            .filter(candidate -> candidate.hash().equals(claimed.roster()))
            .findFirst()
            .orElseThrow(() -> refused(Rule.WRONG_ROSTER, "proposed by " + claimed.roster()));
    Member proposer = roster.member(claimed.proposer());
    jws.verify(proposer.identity());
    requireRegistry(claimed, registry.domain());
    requireId(id, claimed.id());
    return new VerifiedProposal(id, claimed.decision(), proposer, roster);
  }

  private static void requireRegistry(Proposal proposal, Eip712Domain domain) {
    if (!proposal.domain().equals(domain)) {
      throw refused(Rule.WRONG_REGISTRY, "proposed for registry " + proposal.domain().registry());
    }
  }

  private static void requireId(Bytes32 asked, Bytes32 computed) {
    if (!computed.equals(asked)) {
      throw refused(Rule.DECISION_ID_MISMATCH, "the fields give id " + computed + ", not " + asked);
    }
  }

  private static RuleViolation refused(Rule rule, String detail) {
    return new RuleViolation(rule, detail);
  }
}
