package org.softpause.authz.signing;

import java.time.Clock;
import org.softpause.authz.signing.SigningEventRow.Verdict;
import org.softpause.frost.Identifier;
import org.springframework.stereotype.Component;

/**
 * Keeps the shares that convict their senders, and words the refusals. A share is kept even though
 * it is refused, since anyone can recompute from it who is to blame.
 */
@Component
class ShareEvidence {
  private final SigningSessions sessions;
  private final SigningEventRecorder recorder;
  private final Clock clock;

  ShareEvidence(SigningSessions sessions, SigningEventRecorder recorder, Clock clock) {
    this.sessions = sessions;
    this.recorder = recorder;
    this.clock = clock;
  }

  /** Keeps an invalid share. */
  ShareVerdict keepInvalid(NewShare share) {
    recorder.keep(share.event(Verdict.INVALID, clock.instant()));
    return invalid(share.sender());
  }

  /**
   * Keeps the second document that a member signed for one session. One such document convicts, so
   * further ones are refused without being kept.
   */
  ShareVerdict keepContradiction(NewShare share) {
    if (!sessions.hasContradicted(share.session(), share.sender())) {
      recorder.keep(share.event(Verdict.CONTRADICTION, clock.instant()));
    }
    return contradicting(share.sender());
  }

  static ShareVerdict invalid(Identifier sender) {
    return new ShareVerdict.Refused(
        "the share of member " + sender.value() + " does not verify; it is kept as evidence");
  }

  static ShareVerdict contradicting(Identifier sender) {
    return new ShareVerdict.Contradicting(
        "member " + sender.value() + " has sent another share for this package");
  }
}
