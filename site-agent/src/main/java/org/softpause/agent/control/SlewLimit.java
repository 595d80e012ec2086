package org.softpause.agent.control;

import java.time.Duration;

/**
 * The agent's own limit on how fast capacity moves, both ways: a cluster that changes by its whole
 * load in one second takes the power grid down (protocol "The ceiling of a site at time t").
 *
 * @param bpsPerSecond basis points a second, 1..10000
 */
record SlewLimit(int bpsPerSecond) {
  /** After a stall the step stays small: lost time is not made up for in one jump. */
  private static final Duration LONGEST_STEP = Duration.ofSeconds(2);

  SlewLimit {
    if (bpsPerSecond < 1 || bpsPerSecond > 10_000) {
      throw new IllegalArgumentException("slewBpsPerSecond must be 1..10000: " + bpsPerSecond);
    }
  }

  /** Where to go from {@code level} towards {@code target}, {@code since} the last move. */
  int next(int level, int target, Duration since) {
    Duration counted = since.compareTo(LONGEST_STEP) > 0 ? LONGEST_STEP : since;
    long step = Math.max(0, bpsPerSecond * counted.toMillis() / 1000);
    long moved = Math.clamp((long) target - level, -step, step);
    return Math.toIntExact(level + moved);
  }
}
