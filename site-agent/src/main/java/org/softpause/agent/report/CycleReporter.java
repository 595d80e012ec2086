package org.softpause.agent.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.softpause.agent.actuator.OrderOutcome;
import org.softpause.agent.plan.OperatorFormat;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.verify.EvidenceVerdict;

/** Tells the operator, in one line each, of every change; and monitors, every turn, how it is. */
public final class CycleReporter {
  /** Within a ramp a line for every tenth of the peak is enough. */
  private static final int WORTH_A_LINE_BPS = 1000;

  private final OperatorLog log;
  private final StatusFile file;
  private final Clock clock;

  private int reportedLevel;
  private String reportedCause = "";
  private String reportedVerdict = "";
  private String reportedOutcome = "";
  private boolean fileFails;

  public CycleReporter(OperatorLog log, Path folder, int level, Clock clock) {
    this.log = log;
    this.file = new StatusFile(folder);
    this.reportedLevel = level;
    this.clock = clock;
  }

  public void report(CycleResult turn) {
    verdict(turn);
    level(turn);
    outcome(turn);
    status(turn);
  }

  private void verdict(CycleResult turn) {
    String key = VerdictDescription.key(turn.verdict());
    if (key.equals(reportedVerdict)) {
      return;
    }
    reportedVerdict = key;
    String line = VerdictDescription.sentence(turn.verdict());
    if (turn.verdict() instanceof EvidenceVerdict.Accepted) {
      log.info(line + position(turn));
    } else {
      log.warn(line + "; keeping what is known, raising nothing" + position(turn));
    }
  }

  private void level(CycleResult turn) {
    boolean arrived = turn.level() == turn.target() && turn.level() != reportedLevel;
    boolean moved = Math.abs(turn.level() - reportedLevel) >= WORTH_A_LINE_BPS;
    if (!arrived && !moved && turn.plan().cause().equals(reportedCause)) {
      return;
    }
    log.info(
        "ceiling %s -> %s (target %s, allowed %d of %d PFLOP/s): %s%s"
            .formatted(
                OperatorFormat.percent(reportedLevel),
                OperatorFormat.percent(turn.level()),
                OperatorFormat.percent(turn.target()),
                turn.plan().allowedPflops(turn.level()),
                turn.plan().peakPflops(),
                turn.why(),
                position(turn)));
    reportedLevel = turn.level();
    reportedCause = turn.plan().cause();
  }

  private static String position(CycleResult turn) {
    AgentState state = turn.state();
    return " [assurance %s, sequence %d, proven until %s]"
        .formatted(
            VerdictDescription.assurance(turn.verdict()),
            state.log().length(),
            OperatorFormat.time(state.times().provenAt()));
  }

  private void outcome(CycleResult turn) {
    String words =
        switch (turn.outcome()) {
          case OrderOutcome.Failed failed ->
              "actuator failed: "
                  + failed.detail()
                  + "; the ceiling counts as "
                  + OperatorFormat.percent(turn.level())
                  + " still, and the order is repeated";
          case OrderOutcome.Enforced enforced ->
              turn.measured() > turn.level() ? "partial: the site uses more than it may" : "";
        };
    if (words.equals(reportedOutcome)) {
      return;
    }
    reportedOutcome = words;
    if (words.isEmpty()) {
      log.info("actuator does as told again, measured " + OperatorFormat.percent(turn.measured()));
    } else {
      log.warn(words + ", measured " + OperatorFormat.percent(turn.measured()));
    }
  }

  private void status(CycleResult turn) {
    try {
      file.write(StatusDocument.of(turn, clock.instant()));
      fileFails = false;
    } catch (IOException e) {
      if (!fileFails) {
        log.warn("status.json cannot be written: " + e.getMessage());
      }
      fileFails = true;
    }
  }
}
