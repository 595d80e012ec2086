package org.softpause.agent.run;

import org.softpause.agent.actuator.Outcome;
import org.softpause.agent.plan.Plan;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.verify.Verdict;

/**
 * What one turn of the loop came to.
 *
 * @param target where the site is going: the plan, or less where nothing may rise
 * @param level carried out
 * @param measured what the actuator saw
 */
record Turn(
    AgentState state,
    Verdict verdict,
    Plan plan,
    int target,
    int level,
    int measured,
    Outcome outcome) {

  /** One plain sentence, which also tells why the site is kept below the plan. */
  String why() {
    return target < plan.targetBps()
        ? plan.why() + "; kept lower because without a fresh proof nothing rises"
        : plan.why();
  }
}
