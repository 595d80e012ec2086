package org.softpause.agent.report;

import org.softpause.agent.actuator.OrderOutcome;
import org.softpause.agent.plan.CeilingPlan;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.verify.EvidenceVerdict;

/**
 * What one turn of the loop came to.
 *
 * @param target where the site is going: the plan, or less where nothing may rise
 * @param level carried out
 * @param measured what the actuator saw
 */
public record CycleResult(
    AgentState state,
    EvidenceVerdict verdict,
    CeilingPlan plan,
    int target,
    int level,
    int measured,
    OrderOutcome outcome) {

  /** One plain sentence, which also tells why the site is kept below the plan. */
  String why() {
    return target < plan.targetBps()
        ? plan.why() + "; kept lower because without a fresh proof nothing rises"
        : plan.why();
  }
}
