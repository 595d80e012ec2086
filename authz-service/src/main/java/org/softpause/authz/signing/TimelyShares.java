package org.softpause.authz.signing;

import java.time.Clock;
import java.util.Optional;
import org.softpause.authz.decision.CommitmentNumbers;
import org.softpause.authz.decision.CommitmentNumbers.Committing;
import org.softpause.authz.signing.SigningEventRow.Verdict;
import org.softpause.frost.roast.CoordinatorMessage;
import org.softpause.frost.roast.CoordinatorStep;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.springframework.stereotype.Component;

/**
 * Judges shares that arrive while their decision waits for its certificate: the group's coordinator
 * (ROAST) says whether a share counts, convicts its sender, or is not needed.
 */
@Component
class TimelyShares {
  private final SigningEventRecorder recorder;
  private final ShareEvidence evidence;
  private final LateShares late;
  private final CommitmentNumbers commitments;
  private final Clock clock;

  TimelyShares(
      SigningEventRecorder recorder,
      ShareEvidence evidence,
      LateShares late,
      CommitmentNumbers commitments,
      Clock clock) {
    this.recorder = recorder;
    this.evidence = evidence;
    this.late = late;
    this.commitments = commitments;
    this.clock = clock;
  }

  /**
   * Judges a share and records it with everything that the coordinator makes of it.
   *
   * @throws RuleViolation {@link Rule#COMMITMENT_NOT_RISING} if the next commitment in it is not
   *     new; the share is then not recorded
   */
  ShareVerdict take(NewShare share) {
    CoordinatorStep step =
        share
            .before()
            .coordinator()
            .on(SigningEventRow.answer(share.session().number(), share.offered().document()));
    Optional<CoordinatorMessage.Reason> ignored = ignored(step);
    if (ignored.isPresent()) {
      return ignored(share, ignored.get());
    }
    return blames(step) ? blame(share, step) : count(share, step);
  }

  private static Optional<CoordinatorMessage.Reason> ignored(CoordinatorStep step) {
    return step.messages().stream()
        .filter(CoordinatorMessage.Ignored.class::isInstance)
        .map(CoordinatorMessage.Ignored.class::cast)
        .findFirst()
        .map(CoordinatorMessage.Ignored::reason);
  }

  private static boolean blames(CoordinatorStep step) {
    return step.messages().stream().anyMatch(CoordinatorMessage.Blame.class::isInstance);
  }

  private ShareVerdict blame(NewShare share, CoordinatorStep step) {
    SigningEventRow event = share.event(Verdict.INVALID, clock.instant());
    recorder.write(share.record(), share.group(), share.before(), event, step);
    return ShareEvidence.invalid(share.sender());
  }

  private ShareVerdict count(NewShare share, CoordinatorStep step) {
    SigningEventRow event = share.event(Verdict.COUNTED, clock.instant());
    commitments.take(
        new Committing(share.decision(), share.group().id(), share.sender()),
        share.offered().document().next(),
        share.offered().signed());
    share.seat().answer(event.position());
    recorder.write(share.record(), share.group(), share.before(), event, step);
    return new ShareVerdict.Accepted();
  }

  private ShareVerdict ignored(NewShare share, CoordinatorMessage.Reason reason) {
    return switch (reason) {
      case FINISHED, WITHDRAWN -> late.take(share);
      case MALICIOUS -> ShareEvidence.invalid(share.sender());
      case ANSWERED_BEFORE -> evidence.keepContradiction(share);
      case COMMITMENTS_REUSED ->
          throw new RuleViolation(
              Rule.COMMITMENT_NOT_RISING, "the next commitment was used before");
      case STRANGER, COMMITTED_BEFORE, NOT_ASKED ->
          throw new IllegalStateException("a seat was found, yet the share was " + reason);
    };
  }
}
