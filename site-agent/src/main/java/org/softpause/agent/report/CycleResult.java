package org.softpause.agent.report;

import java.util.Optional;
import org.softpause.agent.actuator.OrderOutcome;
import org.softpause.agent.plan.CeilingPlan;
import org.softpause.agent.plan.PlannedCurve;
import org.softpause.agent.plan.SlewLimit;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.verify.EvidenceVerdict;

/**
 * The result of one cycle, for the operator and monitors.
 *
 * @param target the level that the site moves to: the plan's, or a lower one while nothing may rise
 * @param level the level that was ordered last
 * @param measured the use that the actuator measured last
 * @param slew what limits each step
 * @param curve the planned curve, if a change is planned
 */
public record CycleResult(
    AgentState state,
    EvidenceVerdict verdict,
    CeilingPlan plan,
    int target,
    int level,
    int measured,
    OrderOutcome outcome,
    SlewLimit slew,
    Optional<PlannedCurve> curve) {

  /** Explains the target in one sentence, also where it is below the plan. */
  String why() {
    return target < plan.targetBps()
        ? plan.why() + "; the site stays lower because nothing rises without a fresh proof"
        : plan.why();
  }

  /**
   * Names what keeps the ordered level from being enforced in full, the same words whenever the
   * same is wrong; empty if nothing does.
   */
  String problemKind() {
    return switch (outcome) {
      case OrderOutcome.Failed failed -> "the actuator failed: " + failed.cause();
      case OrderOutcome.Enforced enforced -> excess();
    };
  }

  private String excess() {
    if (measured > level) {
      return "the site uses more than its ceiling allows";
    }
    return level > target ? "the site is still above its ceiling: " + slew.describe() : "";
  }

  /** Explains the problem with the last error lines of the actuator; empty if there is none. */
  String problem() {
    return problemKind().isEmpty() ? "" : problemKind() + outcome.errorDetail();
  }

  /** Whether the ordered level is enforced, as monitors name it. */
  String enforcement() {
    return problem().isEmpty() ? "full" : "partial";
  }
}
