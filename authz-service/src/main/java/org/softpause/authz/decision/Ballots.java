package org.softpause.authz.decision;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.softpause.authz.committee.CommitteeDirectory;
import org.softpause.authz.committee.SigningGroup;
import org.softpause.authz.decision.CommitmentNumbers.Committing;
import org.softpause.authz.system.Problem;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.committee.Member;
import org.softpause.protocol.decision.Ballot;
import org.softpause.protocol.jose.Jws;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Receives ballots and rejects a decision once enough members oppose it. */
@Component
public class Ballots {
  private final EntityManager entities;
  private final BallotRepository rows;
  private final Decisions decisions;
  private final CommitteeDirectory committees;
  private final CommitmentNumbers commitments;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Ballots(
      EntityManager entities,
      BallotRepository rows,
      Decisions decisions,
      CommitteeDirectory committees,
      CommitmentNumbers commitments,
      ApplicationEventPublisher events,
      Clock clock) {
    this.entities = entities;
    this.rows = rows;
    this.decisions = decisions;
    this.committees = committees;
    this.commitments = commitments;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Records a ballot under the decision's lock.
   *
   * @return false if the same ballot was recorded before
   */
  @Transactional
  public boolean cast(Bytes32 decision, Jws signed) {
    DecisionRecord record = decisions.lock(decision);
    Ballot ballot = signed.unverified().read(Ballot.TYPE, Ballot::read);
    SigningGroup group = verify(record, ballot, signed);
    if (rows.findByDigest(signed.unverified().hash()).isPresent()) {
      return false;
    }
    requireOpen(record);
    requireFirst(votes(decision), ballot);
    record(ballot, signed);
    if (ballot.choice() instanceof Ballot.Reject) {
      rejectIfBlocked(record, group);
    }
    events.publishEvent(new BallotCast(record, group, ballot, signed));
    return true;
  }

  private void record(Ballot ballot, Jws signed) {
    if (ballot.choice() instanceof Ballot.Approve approve) {
      commitments.take(
          new Committing(ballot.decision(), ballot.roster(), ballot.voter()),
          approve.commitment(),
          signed);
    }
    entities.persist(new BallotRow(ballot, signed, clock.instant()));
    entities.flush();
  }

  private SigningGroup verify(DecisionRecord record, Ballot ballot, Jws signed) {
    if (!ballot.decision().equals(record.id())) {
      throw new RuleViolation(
          Rule.DECISION_ID_MISMATCH, "the ballot is on decision " + ballot.decision());
    }
    SigningGroup group = committees.signing(record.decision(), ballot.roster());
    if (ballot.epoch() != group.epoch()) {
      throw new RuleViolation(Rule.WRONG_EPOCH, "the ballot is for epoch " + ballot.epoch());
    }
    Member member = group.roster().member(ballot.voter());
    signed.verify(member.identity());
    return group;
  }

  /** Late ballots are kept too, as long as they could have counted. */
  private void requireOpen(DecisionRecord record) {
    Instant now = clock.instant();
    if (now.isAfter(record.anchorBy())) {
      throw new RuleViolation(
          Rule.ANCHOR_BY_PASSED, "ballots were accepted until " + record.anchorBy());
    }
    if (record.state().isOver() && record.state() != DecisionState.FINAL) {
      throw Problem.CONFLICT.because("the decision is " + record.state());
    }
  }

  private static void requireFirst(Votes votes, Ballot ballot) {
    for (BallotRow vote : votes.all()) {
      boolean same = vote.roster().equals(ballot.roster()) && vote.voter().equals(ballot.voter());
      if (same && (!vote.approves() || ballot.choice() instanceof Ballot.Approve)) {
        throw Problem.CONFLICT.because("member " + ballot.voter().value() + " has already voted");
      }
    }
  }

  private void rejectIfBlocked(DecisionRecord record, SigningGroup group) {
    int against = votes(record.id()).rejections(group.id()).size();
    if (against >= group.blocking() && record.state().isBeforeCertificate()) {
      decisions.move(
          record,
          DecisionState.REJECTED,
          against + " members of " + group.id() + " have rejected it");
    }
  }

  /** All ballots so far. */
  @Transactional(readOnly = true)
  public Votes votes(Bytes32 decision) {
    return new Votes(rows.findByDecisionOrderByNumber(decision));
  }

  /** All ballots as they were signed, in order of arrival. */
  @Transactional(readOnly = true)
  public List<Jws> signed(Bytes32 decision) {
    return votes(decision).all().stream().map(BallotRow::signed).toList();
  }
}
