package org.softpause.agent.control;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.softpause.agent.report.OperatorLog;

/**
 * Notices a step of the wall clock by comparing it with the monotonic clock. After a step the agent
 * counts on from the last trusted reading and raises nothing, until its own block sources confirm
 * the new time.
 */
final class ClockGuard {
  /** The largest difference between two cycles that is no step, in seconds. */
  static final long MOST_DRIFT_SECONDS = 60;

  private final LongSupplier nanos;
  private final OperatorLog log;

  private long trusted;
  private long trustedAtNanos;
  private boolean stepped;

  /**
   * Trusts the first reading.
   *
   * @param wall Unix seconds
   */
  ClockGuard(long wall, LongSupplier nanos, OperatorLog log) {
    this.nanos = nanos;
    this.log = log;
    this.trusted = wall;
    this.trustedAtNanos = nanos.getAsLong();
  }

  /** The time to act on when the wall clock reads {@code wall}, both in Unix seconds. */
  long read(long wall) {
    long elapsed = TimeUnit.NANOSECONDS.toSeconds(nanos.getAsLong() - trustedAtNanos);
    long expected = trusted + elapsed;
    if (Math.abs(wall - expected) <= MOST_DRIFT_SECONDS) {
      if (stepped) {
        log.info("the wall clock agrees with the monotonic clock again");
      }
      trust(wall);
      return wall;
    }
    if (!stepped) {
      log.alarm(
          "the wall clock has stepped by %d s against the monotonic clock: nothing rises until own block sources confirm the new time; check NTP"
              .formatted(wall - expected));
    }
    stepped = true;
    return expected;
  }

  /** Whether the wall clock has stepped and nothing has confirmed the new time. */
  boolean hasStepped() {
    return stepped;
  }

  /** Trusts the stepped clock from now on, after the sources have confirmed its reading. */
  void confirm(long wall) {
    log.info("own block sources confirm the time of the wall clock");
    trust(wall);
  }

  private void trust(long wall) {
    trusted = wall;
    trustedAtNanos = nanos.getAsLong();
    stepped = false;
  }
}
