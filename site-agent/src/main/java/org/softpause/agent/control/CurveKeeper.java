package org.softpause.agent.control;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.softpause.agent.plan.CurvePlanner;
import org.softpause.agent.plan.PlannedCurve;
import org.softpause.agent.state.AgentState;

/**
 * Keeps the planned curve as long as it holds, and plans it anew once something else is known or
 * its last minute is over.
 */
final class CurveKeeper {
  private final CurvePlanner planner;

  private CurvePlanner.@Nullable Basis basis;
  private Optional<PlannedCurve> curve = Optional.empty();

  CurveKeeper(CurvePlanner planner) {
    this.planner = planner;
  }

  /**
   * Brings the curve up to date.
   *
   * @param level the level of the site in basis points
   * @param now the clock reading, Unix seconds
   * @return a curve that was not told yet; empty if the last one holds or there is none
   */
  Optional<PlannedCurve> renew(AgentState state, int level, long now) {
    CurvePlanner.Basis known = planner.basis(state, now);
    boolean over = curve.filter(planned -> now > planned.until()).isPresent();
    if (known.equals(basis) && !over) {
      return Optional.empty();
    }
    basis = known;
    curve = planner.plan(state, level, now);
    return curve;
  }

  /** The curve that holds now, if a change is planned. */
  Optional<PlannedCurve> current() {
    return curve;
  }
}
