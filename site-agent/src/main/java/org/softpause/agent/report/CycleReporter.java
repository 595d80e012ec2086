package org.softpause.agent.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.softpause.agent.plan.OperatorFormat;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.verify.EvidenceVerdict;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.registry.Certificate;

/**
 * Writes one log line for each change that a cycle brought, and the status file after every cycle.
 */
public final class CycleReporter {
  /** On a ramp one line for every tenth of the peak is enough. */
  private static final int WORTH_A_LINE_BPS = 1000;

  /**
   * Each needs the signatures of a whole mandate; the limit keeps a hostile one from filling logs.
   */
  private static final int MOST_ANNOUNCED = 1000;

  private final OperatorLog log;
  private final StatusFile file;
  private final Clock clock;
  private final ProblemLog problems;

  private int reportedLevel;
  private String reportedCause = "";
  private String reportedVerdict = "";
  private final Set<Bytes32> announced = new HashSet<>();
  private boolean fileFails;

  public CycleReporter(OperatorLog log, Path folder, int level, Clock clock) {
    this.log = log;
    this.file = new StatusFile(folder);
    this.reportedLevel = level;
    this.clock = clock;
    this.problems = new ProblemLog(log, clock);
  }

  public void report(CycleResult cycle) {
    verdict(cycle);
    announcements(cycle);
    level(cycle);
    enforcement(cycle);
    status(cycle);
  }

  /** Publishes a planned curve before the first step on it. */
  public void plans(CycleResult standing) {
    standing.curve().ifPresent(curve -> log.warn("planned curve of the load, " + curve.describe()));
    status(standing);
  }

  private void verdict(CycleResult cycle) {
    String key = VerdictDescription.key(cycle.verdict());
    if (key.equals(reportedVerdict)) {
      return;
    }
    reportedVerdict = key;
    String line = VerdictDescription.sentence(cycle.verdict());
    if (cycle.verdict() instanceof EvidenceVerdict.Accepted) {
      log.info(line + position(cycle));
    } else {
      log.warn(line + "; the agent keeps what it knows and raises nothing" + position(cycle));
    }
  }

  /** Warns once of each certificate that waits to be anchored, so that people can prepare. */
  private void announcements(CycleResult cycle) {
    if (!(cycle.verdict() instanceof EvidenceVerdict.Accepted accepted)) {
      return;
    }
    for (Certificate certificate : accepted.announced()) {
      if (announced.size() < MOST_ANNOUNCED && announced.add(certificate.id())) {
        log.warn("prepare: " + AnnouncementDescription.of(certificate));
      }
    }
  }

  private void level(CycleResult cycle) {
    boolean arrived = cycle.level() == cycle.target() && cycle.level() != reportedLevel;
    boolean moved = Math.abs(cycle.level() - reportedLevel) >= WORTH_A_LINE_BPS;
    if (!arrived && !moved && cycle.plan().cause().equals(reportedCause)) {
      return;
    }
    log.info(
        "ceiling %s -> %s (target %s, allowed %d of %d PFLOP/s): %s%s"
            .formatted(
                OperatorFormat.percent(reportedLevel),
                OperatorFormat.percent(cycle.level()),
                OperatorFormat.percent(cycle.target()),
                cycle.plan().allowedPflops(cycle.level()),
                cycle.plan().peakPflops(),
                cycle.why(),
                position(cycle)));
    reportedLevel = cycle.level();
    reportedCause = cycle.plan().cause();
  }

  private static String position(CycleResult cycle) {
    AgentState state = cycle.state();
    return " [assurance %s, sequence %d, proven until %s]"
        .formatted(
            VerdictDescription.assurance(cycle.verdict()),
            state.log().length(),
            OperatorFormat.time(state.times().provenAt()));
  }

  private void enforcement(CycleResult cycle) {
    String levels =
        ", ordered %s, measured %s"
            .formatted(
                OperatorFormat.percent(cycle.level()), OperatorFormat.percent(cycle.measured()));
    if (cycle.problem().isEmpty()) {
      problems.none("the actuator carries out orders again" + levels);
    } else {
      problems.problem(
          cycle.problemKind(), "partial: " + cycle.problem() + levels + "; the order is repeated");
    }
  }

  private void status(CycleResult cycle) {
    try {
      file.write(StatusDocument.of(cycle, clock.instant()));
      fileFails = false;
    } catch (IOException e) {
      if (!fileFails) {
        log.warn("status.json cannot be written: " + e.getMessage());
      }
      fileFails = true;
    }
  }
}
