package org.softpause.agent.plan;

import java.time.Duration;

/**
 * The limit on how fast capacity changes, because a cluster that changes its whole load within a
 * second endangers the power grid (protocol "The ceiling of a site at time t"). The operator's rate
 * holds in either direction. Capacity also never rises faster than along the registry's shortest
 * ramp, whatever made a reduction vanish.
 *
 * @param bpsPerSecond the operator's limit in basis points a second, 1..10000
 * @param minRampSeconds the registry's shortest ramp, 1..86400
 */
public record SlewLimit(int bpsPerSecond, long minRampSeconds) {
  private static final long FULL_BPS = 10_000;

  /** The most time that one step makes up for, so that no jump follows a stall. */
  private static final Duration LONGEST_STEP = Duration.ofSeconds(2);

  public SlewLimit {
    if (bpsPerSecond < 1 || bpsPerSecond > FULL_BPS) {
      throw new IllegalArgumentException("slewBpsPerSecond must be 1..10000: " + bpsPerSecond);
    }
    if (minRampSeconds < 1) {
      throw new IllegalArgumentException("minRampSeconds must be positive: " + minRampSeconds);
    }
  }

  /**
   * The next level on the way to the target, {@code since} being the time since the last move. A
   * rise that the shortest ramp slows below a basis point in {@link #LONGEST_STEP} comes as soon as
   * its basis point is due.
   */
  public int next(int level, int target, Duration since) {
    long millis = Math.max(0, since.toMillis());
    long byOperator = bpsPerSecond * Math.min(millis, LONGEST_STEP.toMillis()) / 1000;
    if (target <= level) {
      return Math.toIntExact(Math.max(target, level - byOperator));
    }
    long longest = Math.max(LONGEST_STEP.toMillis(), Math.ceilDiv(minRampSeconds * 1000, FULL_BPS));
    long byRamp = FULL_BPS * Math.min(millis, longest) / (minRampSeconds * 1000);
    long byOperatorUp = bpsPerSecond * Math.min(millis, longest) / 1000;
    return Math.toIntExact(Math.min(target, level + Math.min(byOperatorUp, byRamp)));
  }
}
