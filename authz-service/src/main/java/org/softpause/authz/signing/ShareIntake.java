package org.softpause.authz.signing;

import java.time.Clock;
import org.softpause.authz.committee.CommitteeDirectory;
import org.softpause.authz.committee.SigningGroup;
import org.softpause.authz.decision.CommitmentNumbers;
import org.softpause.authz.decision.CommitmentNumbers.Committing;
import org.softpause.authz.decision.DecisionRecord;
import org.softpause.authz.decision.Decisions;
import org.softpause.authz.signing.SigningEventRow.Offered;
import org.softpause.authz.signing.SigningEventRow.Verdict;
import org.softpause.frost.Identifier;
import org.softpause.frost.roast.CoordinatorMessage;
import org.softpause.frost.roast.CoordinatorStep;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.ShareDocument;
import org.softpause.protocol.jose.Jws;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes shares, one transaction each, under the decision's lock. */
@Component
public class ShareIntake {
  private final SigningSessions sessions;
  private final CoordinatorCache coordinators;
  private final SigningEventRecorder log;
  private final CommitteeDirectory committees;
  private final CommitmentNumbers commitments;
  private final Decisions book;
  private final Clock clock;

  ShareIntake(
      SigningSessions sessions,
      CoordinatorCache coordinators,
      SigningEventRecorder log,
      CommitteeDirectory committees,
      CommitmentNumbers commitments,
      Decisions book,
      Clock clock) {
    this.sessions = sessions;
    this.coordinators = coordinators;
    this.log = log;
    this.committees = committees;
    this.commitments = commitments;
    this.book = book;
    this.clock = clock;
  }

  /**
   * Records a share, good or bad; what is not even signed by a participant is thrown out
   * unrecorded.
   *
   * @throws RuleViolation naming what is wrong with the document
   */
  @Transactional
  public ShareVerdict take(Bytes32 decision, Jws signed) {
    DecisionRecord record = book.lock(decision);
    ShareDocument document = signed.unverified().read(ShareDocument.TYPE, ShareDocument::read);
    if (!document.decision().equals(decision)) {
      throw new RuleViolation(
          Rule.DECISION_ID_MISMATCH, "the share is for decision " + document.decision());
    }
    SigningGroup group = committees.signing(record.decision(), document.roster());
    signed.verify(group.roster().member(document.signer()).identity());
    return sessions
        .event(signed.unverified().hash())
        .map(ShareIntake::again)
        .orElseGet(() -> judge(record, group, new Offered(document, signed)));
  }

  private static ShareVerdict again(SigningEventRow before) {
    return switch (before.verdict()) {
      case COUNTED, LATE -> new ShareVerdict.Known();
      case INVALID -> refused(before.sender());
      case CONTRADICTION -> contradicting(before.sender());
    };
  }

  private ShareVerdict judge(DecisionRecord record, SigningGroup group, Offered offered) {
    SigningSessionRow session = sessions.asking(offered.document());
    SigningSeatRow seat = sessions.seat(session, offered.document().signer());
    ReplayedCoordinator before = coordinators.follow(session.run(), group);
    Case open = new Case(record, group, session, seat, offered, before);
    if (!record.state().isBeforeCertificate()) {
      return tooLate(open);
    }
    CoordinatorStep step =
        before.coordinator().on(SigningEventRow.answer(session.number(), offered.document()));
    return step.messages().stream()
        .filter(CoordinatorMessage.Ignored.class::isInstance)
        .map(CoordinatorMessage.Ignored.class::cast)
        .findFirst()
        .map(ignored -> ignored(open, ignored.reason()))
        .orElseGet(() -> follow(open, step));
  }

  /** A share that is new, and where it belongs. */
  private record Case(
      DecisionRecord record,
      SigningGroup group,
      SigningSessionRow session,
      SigningSeatRow seat,
      Offered offered,
      ReplayedCoordinator before) {
    SigningEventRow event(Verdict verdict, Clock clock) {
      return SigningEventRow.share(
          before.nextPlace(session.run()), session.number(), verdict, offered, clock.instant());
    }

    Identifier sender() {
      return offered.document().signer();
    }
  }

  private ShareVerdict follow(Case open, CoordinatorStep step) {
    boolean blamed = step.messages().stream().anyMatch(CoordinatorMessage.Blame.class::isInstance);
    SigningEventRow event = open.event(blamed ? Verdict.INVALID : Verdict.COUNTED, clock);
    if (blamed) {
      log.write(open.record(), open.group(), open.before(), event, step);
      return refused(open.sender());
    }
    commitments.take(
        new Committing(open.record().id(), open.group().id(), open.sender()),
        open.offered().document().next(),
        open.offered().signed());
    open.seat().answer(event.position());
    log.write(open.record(), open.group(), open.before(), event, step);
    return new ShareVerdict.Accepted();
  }

  private ShareVerdict ignored(Case open, CoordinatorMessage.Reason reason) {
    return switch (reason) {
      case FINISHED, WITHDRAWN -> tooLate(open);
      case MALICIOUS -> refused(open.sender());
      case ANSWERED_BEFORE -> contradiction(open);
      case COMMITMENTS_REUSED ->
          throw new RuleViolation(
              Rule.COMMITMENT_NOT_RISING, "the next commitment was used before");
      case STRANGER, COMMITTED_BEFORE, NOT_ASKED ->
          throw new IllegalStateException("a seat was found, yet the share was " + reason);
    };
  }

  /** Nothing comes of it any more; yet a bad one still names its sender. */
  private ShareVerdict tooLate(Case open) {
    if (sessions.isCulprit(open.session().run(), open.sender())) {
      return refused(open.sender());
    }
    if (sessions.isBad(open.session(), open.group(), open.offered().signed())) {
      log.keep(open.event(Verdict.INVALID, clock));
      return refused(open.sender());
    }
    if (!open.seat().isOwed()) {
      return contradiction(open);
    }
    SigningEventRow event = open.event(Verdict.LATE, clock);
    log.keep(event);
    open.seat().answer(event.position());
    return new ShareVerdict.Accepted();
  }

  private ShareVerdict contradiction(Case open) {
    if (!sessions.hasContradicted(open.session(), open.sender())) {
      log.keep(open.event(Verdict.CONTRADICTION, clock));
    }
    return contradicting(open.sender());
  }

  private static ShareVerdict refused(Identifier sender) {
    return new ShareVerdict.Refused(
        "the share of member " + sender.value() + " does not verify; it is kept as evidence");
  }

  private static ShareVerdict contradicting(Identifier sender) {
    return new ShareVerdict.Contradicting(
        "member " + sender.value() + " has sent another share for this package");
  }
}
