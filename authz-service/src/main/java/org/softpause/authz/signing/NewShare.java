package org.softpause.authz.signing;

import java.time.Instant;
import org.softpause.authz.committee.SigningGroup;
import org.softpause.authz.decision.DecisionRecord;
import org.softpause.authz.signing.SigningEventRow.Offered;
import org.softpause.authz.signing.SigningEventRow.Verdict;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;

/**
 * A signature share that was not received before, signed by the member that it names, with the
 * session it answers.
 *
 * @param seat the sender's seat in that session
 * @param before the group's coordinator, before it knows of this share
 */
record NewShare(
    DecisionRecord record,
    SigningGroup group,
    SigningSessionRow session,
    SigningSeatRow seat,
    Offered offered,
    ReplayedCoordinator before) {
  /** The row that records this share with a verdict, at the next place of the group's events. */
  SigningEventRow event(Verdict verdict, Instant receivedAt) {
    return SigningEventRow.share(
        before.nextPlace(session.run()), session.number(), verdict, offered, receivedAt);
  }

  Identifier sender() {
    return offered.document().signer();
  }

  Bytes32 decision() {
    return record.id();
  }
}
