package org.softpause.agent.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * Logs problems that come again and again without filling the log. Each kind of problem, and the
 * recovery too, gets its first line at once and further ones with growing pauses, also where
 * problems and successes alternate. After a long time without any problem it starts afresh.
 */
final class ProblemLog {
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

  /** Kinds hold words of an operator's program. Those beyond this number count as one. */
  private static final int MOST_KINDS = 8;

  private static final String NONE = "";
  private static final String FURTHER = "further kinds";

  /** The lines of one kind so far. */
  private record Told(Instant first, Instant last, Duration pause) {
    Told again(Instant now) {
      Duration doubled = pause.multipliedBy(2);
      return new Told(first, now, doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE);
    }

    boolean isDue(Instant now) {
      return now.isBefore(last) || !now.isBefore(last.plus(pause));
    }
  }

  private final OperatorLog log;
  private final Clock clock;
  private final Map<String, Told> kinds = new HashMap<>();

  private String shown = NONE;
  private Instant lastProblem;

  ProblemLog(OperatorLog log, Clock clock) {
    this.log = log;
    this.clock = clock;
    this.lastProblem = clock.instant();
  }

  /**
   * Reports a problem that exists now.
   *
   * @param kind the same words whenever the same is wrong
   */
  void problem(String kind, String line) {
    Instant now = clock.instant();
    lastProblem = now;
    String known = kinds.containsKey(kind) || kinds.size() < MOST_KINDS ? kind : FURTHER;
    if (isDue(known, now)) {
      log.warn(line + since(known));
      tell(known, now);
    }
  }

  /** Reports that no problem exists now. */
  void none(String line) {
    Instant now = clock.instant();
    if (!shown.equals(NONE) && isDue(NONE, now)) {
      log.info(line);
      tell(NONE, now);
    }
    if (shown.equals(NONE) && now.isAfter(lastProblem.plus(FORGOTTEN_AFTER))) {
      kinds.clear();
    }
  }

  private boolean isDue(String kind, Instant now) {
    Told told = kinds.get(kind);
    return told == null || told.isDue(now);
  }

  private String since(String kind) {
    Told told = kinds.get(kind);
    return told == null
        ? ""
        : "; this happens again and again since " + told.first().truncatedTo(ChronoUnit.SECONDS);
  }

  private void tell(String kind, Instant now) {
    Told told = kinds.get(kind);
    kinds.put(kind, told == null ? new Told(now, now, FIRST_PAUSE) : told.again(now));
    shown = kind;
  }
}
