package org.softpause.authz.signing;

import java.time.Clock;
import org.softpause.authz.decision.BallotCast;
import org.softpause.authz.decision.DecisionRecord;
import org.softpause.frost.roast.CoordinatorStep;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells a group's coordinator of ballots: an approval makes its voter ready to sign, a rejection
 * excludes it for good.
 */
@Component
class BallotListener {
  private final CoordinatorCache coordinators;
  private final SigningEventRecorder recorder;
  private final Clock clock;

  BallotListener(CoordinatorCache coordinators, SigningEventRecorder recorder, Clock clock) {
    this.coordinators = coordinators;
    this.recorder = recorder;
    this.clock = clock;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(BallotCast cast) {
    DecisionRecord decision = cast.decision();
    if (decision.state().isBeforeCertificate()) {
      SigningRun run = new SigningRun(decision.id(), cast.group().id());
      ReplayedCoordinator before = coordinators.follow(run, cast.group());
      SigningEventRow row =
          SigningEventRow.vote(
              before.nextPlace(run), cast.ballot(), cast.signed(), clock.instant());
      CoordinatorStep step = before.coordinator().on(row.event().orElseThrow());
      recorder.write(decision, cast.group(), before, row, step);
    }
  }
}
