package org.softpause.agent.control;

import java.time.Duration;

/** Spaces out what fails again and again: the wait doubles from a second up to a limit. */
final class RetryBackoff {
  private static final int MOST_DOUBLINGS = 10;

  private final Duration longest;
  private int failures;
  private long failedAt;

  RetryBackoff(Duration longest) {
    this.longest = longest;
  }

  /** Whether the next attempt may be made; {@code now} is a reading of a clock that only rises. */
  boolean isDue(long now) {
    if (failures == 0) {
      return true;
    }
    Duration wait = Duration.ofSeconds(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    return now - failedAt >= Math.min(wait.toNanos(), longest.toNanos());
  }

  void failed(long now) {
    failures++;
    failedAt = now;
  }

  void succeeded() {
    failures = 0;
  }
}
