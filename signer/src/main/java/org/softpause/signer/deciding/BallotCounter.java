package org.softpause.signer.deciding;

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
import org.softpause.signer.words.BallotTally;

/** Counts one committee's ballots on one decision; ballots that do not verify are not counted. */
final class BallotCounter {
  private final VerifiedProposal proposal;
  private final Roster roster;
  private final Bytes32 rosterHash;
  private final Set<Identifier> approvers = new HashSet<>();
  private final Set<Identifier> rejecters = new HashSet<>();
  private final List<String> approved = new ArrayList<>();
  private final List<BallotTally.Rejection> rejected = new ArrayList<>();

  private BallotCounter(VerifiedProposal proposal, Roster roster) {
    this.proposal = proposal;
    this.roster = roster;
    this.rosterHash = roster.hash();
  }

  static BallotTally count(VerifiedProposal proposal, Roster roster, List<Jws> ballots) {
    BallotCounter counted = new BallotCounter(proposal, roster);
    ballots.forEach(counted::take);
    return new BallotTally(
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
      case Ballot.Reject no -> {
        if (rejecters.add(member.identifier())) {
          rejected.add(new BallotTally.Rejection(member.name(), no.reason()));
        }
      }
    }
  }
}
