package org.softpause.agent.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.softpause.agent.state.AgentState;
import org.softpause.protocol.ceiling.CeilingCalculator;
import org.softpause.protocol.ceiling.SiteCeiling;
import org.softpause.protocol.registry.CeilingReduction;

/**
 * Plans the site's ceiling from the agent's state and one clock reading. The plan is the lowest of
 * what the proven log, the overlay and the offline policy give, each pause and lapse taken at its
 * worst moment between the proven time and the clock (protocol "The ceiling of a site at time t").
 */
public final class CeilingPlanner {
  private final Duration offlineGrace;

  public CeilingPlanner(Duration offlineGrace) {
    this.offlineGrace = offlineGrace;
  }

  /**
   * The plan at one clock reading. The ceiling never rises with the clock, so after the clock is
   * turned back the latest earlier reading is used.
   *
   * @param now the clock reading, Unix seconds
   */
  public CeilingPlan plan(AgentState state, long now) {
    CeilingCalculator calculator =
        new CeilingCalculator(
            state.enrolment().deployment().genesis().parameters(), state.enrolment().site());
    long peak = state.enrolment().site().peakPflops().bits();
    CeilingExplanation explanation =
        new CeilingExplanation(state, calculator, state.times().clock(now));
    if (calculator.isExempt()) {
      return new CeilingPlan(CeilingCalculator.FULL_BPS, peak, "exempt", explanation.exempt());
    }
    SiteCeiling known =
        calculator.atWorst(reductions(state), state.times().provenAt(), state.times().clock(now));
    OfflineCeiling offline = OfflineCeiling.of(state, offlineGrace, now);
    return offline.bps() < known.bps()
        ? new CeilingPlan(offline.bps(), peak, "offline-policy", offline.why())
        : new CeilingPlan(known.bps(), peak, explanation.cause(known), explanation.why(known));
  }

  /**
   * Every reduction known. Lifts and renewals count only when proven, so the overlay adds pauses
   * alone.
   */
  static List<CeilingReduction> reductions(AgentState state) {
    List<CeilingReduction> all = new ArrayList<>(state.log().registry().reductions());
    all.addAll(state.overlay().pauses());
    return all;
  }
}
