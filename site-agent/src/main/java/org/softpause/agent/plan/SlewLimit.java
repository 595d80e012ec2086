package org.softpause.agent.plan;

import java.time.Duration;
import org.softpause.agent.state.AgentEnrolment;
import org.softpause.protocol.site.SitePower;

/**
 * The limit on how fast capacity changes, because a cluster that changes its whole load within a
 * second endangers the power grid (protocol "Sites and their ceiling"). The operator's rate and the
 * limit that the site record states hold in either direction. Capacity also never rises faster than
 * along the registry's shortest ramp, whatever made a reduction vanish.
 *
 * @param bpsPerSecond the operator's limit in basis points a second, 1..10000
 * @param minRampSeconds the registry's shortest ramp, 1..86400
 * @param power the site's load, and the limit on its ramp if there is one
 */
public record SlewLimit(int bpsPerSecond, long minRampSeconds, SitePower power) {
  private static final long FULL_BPS = 10_000;
  private static final long MINUTE_MILLIS = 60_000;

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

  /** The limit of a site that is enrolled, with the operator's rate. */
  public static SlewLimit of(AgentEnrolment enrolment, int bpsPerSecond) {
    return new SlewLimit(
        bpsPerSecond,
        enrolment.deployment().genesis().parameters().minRampSeconds(),
        enrolment.site().power());
  }

  /**
   * The next level on the way to the target, {@code since} being the time since the last move. A
   * move that a limit slows below a basis point in {@link #LONGEST_STEP} comes as soon as its basis
   * point is due.
   */
  public int next(int level, int target, Duration since) {
    long slowest = power.millisForOneBps();
    if (target > level) {
      slowest = Math.max(slowest, Math.ceilDiv(minRampSeconds * 1000, FULL_BPS));
    }
    long longest = Math.max(LONGEST_STEP.toMillis(), slowest);
    return move(level, target, Math.clamp(since.toMillis(), 0, longest));
  }

  /** The level a minute later, without a stall in between, for a plan. */
  public int inMinute(int level, int target) {
    return move(level, target, MINUTE_MILLIS);
  }

  private int move(int level, int target, long millis) {
    long most = Math.min(bpsPerSecond * millis / 1000, power.mostBps(millis));
    if (target <= level) {
      return Math.toIntExact(Math.max(target, level - most));
    }
    long byRamp = FULL_BPS * millis / (minRampSeconds * 1000);
    return Math.toIntExact(Math.min(target, level + Math.min(most, byRamp)));
  }

  /** Names the limit that holds back a cut, as the rest of a sentence. */
  public String describe() {
    return power.mostBps(MINUTE_MILLIS) < bpsPerSecond * MINUTE_MILLIS / 1000
        ? "the site record lets its load change by at most %d kW a minute"
            .formatted(power.maxRampKilowattsPerMinute().orElseThrow())
        : "slewBpsPerSecond lets it change by at most %d basis points a second"
            .formatted(bpsPerSecond);
  }
}
