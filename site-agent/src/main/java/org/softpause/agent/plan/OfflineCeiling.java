package org.softpause.agent.plan;

import java.time.Duration;
import org.softpause.agent.state.AgentState;
import org.softpause.protocol.ceiling.CeilingCalculator;
import org.softpause.protocol.site.OfflinePolicy;

/**
 * The ceiling that the site record's offline policy sets once nothing was proven for the grace time
 * (protocol "Token", offlineGrace). It only lowers.
 */
record OfflineCeiling(int bps, String why) {
  private static final OfflineCeiling NONE = new OfflineCeiling(CeilingCalculator.FULL_BPS, "");

  static OfflineCeiling of(AgentState state, Duration grace, long now) {
    long since = now - state.times().freshAt() - grace.toSeconds();
    return switch (state.enrolment().site().offlinePolicy()) {
      case OfflinePolicy.Hold hold -> NONE;
      case OfflinePolicy.Ceiling ceiling -> down(ceiling, since, state, grace);
    };
  }

  private static OfflineCeiling down(
      OfflinePolicy.Ceiling policy, long since, AgentState state, Duration grace) {
    long depth = (long) CeilingCalculator.FULL_BPS - policy.ceilingBps();
    long reduction = depth * Math.clamp(since, 0, policy.rampSeconds()) / policy.rampSeconds();
    return new OfflineCeiling(
        Math.toIntExact(CeilingCalculator.FULL_BPS - reduction),
        "nothing was proven since %s, longer than the grace of %d s: the site record's offline policy lowers to %s"
            .formatted(
                OperatorFormat.time(state.times().freshAt()),
                grace.toSeconds(),
                OperatorFormat.percent(policy.ceilingBps())));
  }
}
