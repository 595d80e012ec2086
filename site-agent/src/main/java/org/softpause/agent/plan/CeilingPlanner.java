package org.softpause.agent.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.softpause.agent.state.AgentState;
import org.softpause.protocol.ceiling.CeilingCalculator;
import org.softpause.protocol.ceiling.SiteCeiling;
import org.softpause.protocol.registry.CeilingReduction;

/**
 * What the site may use, from what is known and one reading of the clock: the least of the proven
 * log, the overlay and the offline policy, each pause and lapse at its worst moment between the
 * proven time and the clock (protocol "The ceiling of a site at time t").
 */
public final class CeilingPlanner {
  private final Duration offlineGrace;

  public CeilingPlanner(Duration offlineGrace) {
    this.offlineGrace = offlineGrace;
  }

  /**
   * The plan at the clock's {@code now}, Unix seconds. A later reading never gives more, which is
   * why the latest reading near the proven time stands in for a clock that was turned back.
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

  /** Renewals count only when proven, as lifts do: the overlay has none. */
  static List<CeilingReduction> reductions(AgentState state) {
    List<CeilingReduction> all = new ArrayList<>(state.log().registry().reductions());
    all.addAll(state.overlay().pauses());
    return all;
  }
}
