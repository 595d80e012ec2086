package org.softpause.authz.signing;

import java.time.Clock;
import org.softpause.authz.signing.SigningEventRow.Verdict;
import org.springframework.stereotype.Component;

/**
 * Takes shares that arrive when their group needs none any more. They are too late to count, but an
 * invalid one is still kept as evidence, and a valid one ends its sender's silence.
 */
@Component
class LateShares {
  private final SigningSessions sessions;
  private final SigningEventRecorder recorder;
  private final ShareEvidence evidence;
  private final Clock clock;

  LateShares(
      SigningSessions sessions,
      SigningEventRecorder recorder,
      ShareEvidence evidence,
      Clock clock) {
    this.sessions = sessions;
    this.recorder = recorder;
    this.evidence = evidence;
    this.clock = clock;
  }

  ShareVerdict take(NewShare share) {
    if (sessions.isCulprit(share.session().run(), share.sender())) {
      return ShareEvidence.invalid(share.sender());
    }
    if (sessions.isBad(share.session(), share.group(), share.offered().signed())) {
      return evidence.keepInvalid(share);
    }
    if (!share.seat().isOwed()) {
      return evidence.keepContradiction(share);
    }
    SigningEventRow event = share.event(Verdict.LATE, clock.instant());
    recorder.keep(event);
    share.seat().answer(event.position());
    return new ShareVerdict.Accepted();
  }
}
