package org.softpause.signer.docket;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.committee.Member;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.Ballot;
import org.softpause.protocol.jose.Jws;
import org.softpause.signer.words.Tally;

/** One committee's ballots on one decision; those that do not verify count for nothing. */
final class CountedBallots {
  private final CheckedProposal proposal;
  private final Roster roster;
  private final Bytes32 rosterHash;
  private final Set<Identifier> approvers = new HashSet<>();
  private final List<String> approved = new ArrayList<>();
  private final List<Tally.Rejection> rejected = new ArrayList<>();

  private CountedBallots(CheckedProposal proposal, Roster roster) {
    this.proposal = proposal;
    this.roster = roster;
    this.rosterHash = roster.hash();
  }

  static Tally count(CheckedProposal proposal, Roster roster, List<Jws> ballots) {
    CountedBallots counted = new CountedBallots(proposal, roster);
    ballots.forEach(counted::take);
    return new Tally(
        roster.body(),
        roster.minSigners(),
        roster.members().size(),
        counted.approved,
        counted.rejected);
  }

  private void take(Jws jws) {
    roster.memberWithKey(jws.kid()).ifPresent(member -> take(jws, member));
  }

  private void take(Jws jws, Member member) {
    Ballot ballot;
    try {
      ballot = jws.verify(member.identity()).read(Ballot.TYPE, Ballot::read);
    } catch (RuleViolation notABallotOfThisMember) {
      return;
    }
    if (isForThis(ballot, member)) {
      record(ballot, member);
    }
  }

  private boolean isForThis(Ballot ballot, Member member) {
    return ballot.decision().equals(proposal.id())
        && ballot.roster().equals(rosterHash)
        && ballot.epoch() == proposal.decision().epoch()
        && ballot.voter().equals(member.identifier());
  }

  private void record(Ballot ballot, Member member) {
    switch (ballot.choice()) {
      case Ballot.Approve yes -> {
        if (approvers.add(member.identifier())) {
          approved.add(member.name());
        }
      }
      case Ballot.Reject no -> rejected.add(new Tally.Rejection(member.name(), no.reason()));
    }
  }
}
