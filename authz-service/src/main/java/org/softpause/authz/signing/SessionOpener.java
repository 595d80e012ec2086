package org.softpause.authz.signing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.softpause.authz.committee.Committee;
import org.softpause.authz.decision.BallotRow;
import org.softpause.authz.decision.Ballots;
import org.softpause.authz.decision.DecisionBook;
import org.softpause.authz.decision.DecisionRecord;
import org.softpause.authz.decision.State;
import org.softpause.authz.signing.Participant.Candidate;
import org.softpause.frost.Identifier;
import org.softpause.frost.SigningCommitments;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Ballot;
import org.softpause.protocol.decision.PackageHash;
import org.softpause.protocol.decision.ShareDocument;
import org.springframework.stereotype.Component;

/** Opens a session as soon as t members approve who were never caught with a bad share. */
@Component
class SessionOpener {
  private final SessionStore sessions;
  private final Ballots ballots;
  private final DecisionBook book;
  private final Clock clock;

  SessionOpener(SessionStore sessions, Ballots ballots, DecisionBook book, Clock clock) {
    this.sessions = sessions;
    this.ballots = ballots;
    this.book = book;
    this.clock = clock;
  }

  /** Within the caller's transaction, which holds the decision's lock. */
  void openIfPossible(DecisionRecord decision, Committee committee) {
    boolean inHand =
        sessions.of(decision.id()).stream()
            .anyMatch(session -> session.roster().equals(committee.id()) && !session.isFailed());
    List<Candidate> candidates = candidates(decision, committee);
    if (inHand || candidates.size() < committee.threshold()) {
      return;
    }
    open(decision, committee, candidates.subList(0, committee.threshold()));
    if (decision.state() == State.PROPOSED) {
      book.move(decision, State.SIGNING, "enough members of " + committee.id() + " approve");
    }
  }

  private void open(DecisionRecord decision, Committee committee, List<Candidate> signers) {
    Map<Identifier, SigningCommitments> commitments = new LinkedHashMap<>();
    signers.forEach(signer -> commitments.put(signer.member(), signer.commitment().commitments()));
    Bytes32 packageHash =
        PackageHash.of(committee.id(), committee.roster().groupKey(), decision.id(), commitments);
    var session = new SigningSession(decision.id(), committee.id(), packageHash, clock.instant());
    sessions.open(session, signers);
  }

  /** Approvers in order of their ballots, each with the newest commitment that it has signed. */
  private List<Candidate> candidates(DecisionRecord decision, Committee committee) {
    Set<Identifier> culprits = new HashSet<>();
    Map<Identifier, Candidate> newest = new LinkedHashMap<>();
    for (ShareRow share : sessions.shares(decision.id(), committee.id())) {
      if (share.isBad()) {
        culprits.add(share.sender());
      }
      ShareDocument document = share.document();
      newest.put(share.sender(), new Candidate(share.sender(), document.next(), share.signed()));
    }
    List<Candidate> candidates = new ArrayList<>();
    for (BallotRow ballot : ballots.votes(decision.id()).approvals(committee.id())) {
      if (!culprits.contains(ballot.voter())) {
        candidates.add(newest.getOrDefault(ballot.voter(), ofBallot(ballot)));
      }
    }
    return candidates;
  }

  private static Candidate ofBallot(BallotRow row) {
    Ballot ballot = row.signed().unverified().read(Ballot.TYPE, Ballot::read);
    if (ballot.choice() instanceof Ballot.Approve approve) {
      return new Candidate(row.voter(), approve.commitment(), row.signed());
    }
    throw new IllegalStateException("a rejection has no commitment");
  }
}
