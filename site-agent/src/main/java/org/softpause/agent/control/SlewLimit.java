package org.softpause.agent.control;

import java.time.Duration;

/**
 * The operator's limit on how fast capacity changes in either direction, because a cluster that
 * changes its whole load within a second endangers the power grid (protocol "The ceiling of a site
 * at time t").
 *
 * @param bpsPerSecond basis points a second, 1..10000
 */
record SlewLimit(int bpsPerSecond) {
  /** The most time that one step makes up for, so that no jump follows a stall. */
  private static final Duration LONGEST_STEP = Duration.ofSeconds(2);

  SlewLimit {
    if (bpsPerSecond < 1 || bpsPerSecond > 10_000) {
      throw new IllegalArgumentException("slewBpsPerSecond must be 1..10000: " + bpsPerSecond);
    }
  }

  /** The next level on the way to the target, {@code since} being the time since the last move. */
  int next(int level, int target, Duration since) {
    Duration counted = since.compareTo(LONGEST_STEP) > 0 ? LONGEST_STEP : since;
    long step = Math.max(0, bpsPerSecond * counted.toMillis() / 1000);
    long moved = Math.clamp((long) target - level, -step, step);
    return Math.toIntExact(level + moved);
  }
}
