package org.softpause.agent.report;

import org.softpause.agent.actuator.OrderOutcome;
import org.softpause.agent.plan.CeilingPlan;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.verify.EvidenceVerdict;

/**
 * The result of one cycle, for the operator and monitors.
 *
 * @param target the level that the site moves to: the plan's, or a lower one while nothing may rise
 * @param level the level that the actuator carried out last
 * @param measured the use that the actuator measured last
 */
public record CycleResult(
    AgentState state,
    EvidenceVerdict verdict,
    CeilingPlan plan,
    int target,
    int level,
    int measured,
    OrderOutcome outcome) {

  /** Explains the target in one sentence, also where it is below the plan. */
  String why() {
    return target < plan.targetBps()
        ? plan.why() + "; the site stays lower because nothing rises without a fresh proof"
        : plan.why();
  }
}
