package org.softpause.agent.run;

import org.softpause.agent.config.Limits;
import org.softpause.agent.courier.Courier;
import org.softpause.agent.plan.Plan;
import org.softpause.agent.plan.Planner;
import org.softpause.agent.plan.Words;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.state.VerifiedLog;
import org.softpause.agent.verify.Learning;
import org.softpause.agent.verify.Verdict;
import org.softpause.agent.verify.Verification;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectWriter;

/** What the agent would make of the evidence, and where it would go; nothing is kept. */
public record DryRun(Verdict verdict, AgentState after, Plan plan, int targetBps) {

  /** With the stored state and the clock's {@code now}, Unix seconds. */
  public static DryRun of(AgentState state, Courier courier, Limits limits, long now)
      throws InterruptedException {
    Verdict verdict =
        new Verification(limits.maxHeadAge())
            .verify(state, courier.gather(state.log().length()), now);
    AgentState after =
        verdict instanceof Verdict.Accepted accepted ? Learning.learn(state, accepted, now) : state;
    Plan plan = new Planner(limits.offlineGrace()).plan(after, now);
    int target =
        verdict.mayRaise()
            ? plan.targetBps()
            : Math.min(plan.targetBps(), state.enforced().targetBps());
    return new DryRun(verdict, after, plan, target);
  }

  /** 0 accepted, 1 refused, 3 there was no token to judge. */
  public int exitCode() {
    return switch (verdict) {
      case Verdict.Accepted accepted -> 0;
      case Verdict.Refused refused -> 1;
      case Verdict.Absent absent -> 3;
    };
  }

  /** One line for a person. */
  public String line() {
    return "%s; assurance %s, sequence %d, head %s; the ceiling would be %s: %s"
        .formatted(
            VerdictWords.sentence(verdict),
            VerdictWords.assurance(verdict),
            shown().length(),
            shown().head(),
            Words.percent(targetBps),
            plan.why());
  }

  /** For a machine. */
  public JsonObject toJson() {
    return new ObjectWriter()
        .text("verdict", VerdictWords.name(verdict))
        .text("rule", VerdictWords.rule(verdict))
        .text("detail", VerdictWords.detail(verdict))
        .text("assurance", VerdictWords.assurance(verdict))
        .number("sequence", shown().length())
        .bytes32("head", shown().head())
        .number("ceilingBps", targetBps)
        .text("why", plan.why())
        .toJson();
  }

  /** The token's log if it verifies, else the agent's own. */
  private VerifiedLog shown() {
    return verdict instanceof Verdict.Accepted accepted ? accepted.log() : after.log();
  }
}
