package org.softpause.authz.signing;

import org.softpause.authz.committee.CommitteeDirectory;
import org.softpause.authz.committee.SigningGroup;
import org.softpause.authz.decision.DecisionRecord;
import org.softpause.authz.decision.Decisions;
import org.softpause.authz.signing.SigningEventRow.Offered;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.ShareDocument;
import org.softpause.protocol.jose.Jws;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Receives signature shares, one transaction each, under the decision's lock: authenticates the
 * sender, finds the session that is answered, and has the share judged.
 */
@Component
public class ShareIntake {
  private final SigningSessions sessions;
  private final CoordinatorCache coordinators;
  private final TimelyShares timely;
  private final LateShares late;
  private final CommitteeDirectory committees;
  private final Decisions decisions;

  ShareIntake(
      SigningSessions sessions,
      CoordinatorCache coordinators,
      TimelyShares timely,
      LateShares late,
      CommitteeDirectory committees,
      Decisions decisions) {
    this.sessions = sessions;
    this.coordinators = coordinators;
    this.timely = timely;
    this.late = late;
    this.committees = committees;
    this.decisions = decisions;
  }

  /**
   * Records a share, valid or not. A document that no member of the group signed is refused and not
   * recorded.
   *
   * @throws RuleViolation naming what is wrong with the document
   */
  @Transactional
  public ShareVerdict take(Bytes32 decision, Jws signed) {
    DecisionRecord record = decisions.lock(decision);
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

  /** The same document gets the same verdict again. */
  private static ShareVerdict again(SigningEventRow before) {
    return switch (before.verdict()) {
      case COUNTED, LATE -> new ShareVerdict.Known();
      case INVALID -> ShareEvidence.invalid(before.sender());
      case CONTRADICTION -> ShareEvidence.contradicting(before.sender());
    };
  }

  private ShareVerdict judge(DecisionRecord record, SigningGroup group, Offered offered) {
    SigningSessionRow session = sessions.asking(offered.document());
    SigningSeatRow seat = sessions.seat(session, offered.document().signer());
    ReplayedCoordinator before = coordinators.follow(session.run(), group);
    NewShare share = new NewShare(record, group, session, seat, offered, before);
    return record.state().isBeforeCertificate() ? timely.take(share) : late.take(share);
  }
}
