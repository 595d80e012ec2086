package org.softpause.agent.control;

import org.softpause.agent.config.AgentLimits;
import org.softpause.agent.fetch.EvidenceFetcher;
import org.softpause.agent.plan.CeilingPlan;
import org.softpause.agent.plan.CeilingPlanner;
import org.softpause.agent.plan.OperatorFormat;
import org.softpause.agent.report.VerdictDescription;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.state.VerifiedLog;
import org.softpause.agent.verify.Evidence;
import org.softpause.agent.verify.EvidenceVerdict;
import org.softpause.agent.verify.StateUpdate;
import org.softpause.agent.verify.Verification;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectWriter;

/**
 * Judges evidence and plans the ceiling as the agent would, without ordering or storing anything.
 */
public record DryRun(EvidenceVerdict verdict, AgentState after, CeilingPlan plan, int targetBps) {

  /**
   * Fetches evidence and judges it against the stored state.
   *
   * @param now the clock reading, Unix seconds
   */
  public static DryRun of(
      AgentState state, EvidenceFetcher evidenceFetcher, AgentLimits limits, long now)
      throws InterruptedException {
    Verification verification = new Verification(limits.maxHeadAge());
    Evidence evidence = evidenceFetcher.gather(state, it -> verification.accepts(state, it, now));
    EvidenceVerdict verdict = verification.verify(state, evidence, now);
    AgentState after = StateUpdate.learn(state, verdict, now);
    CeilingPlan plan = new CeilingPlanner(limits.offlineGrace()).plan(after, now);
    return new DryRun(
        verdict, after, plan, plan.targetBps(verdict.mayRaise(), state.enforced().targetBps()));
  }

  /** 0 if the token was accepted, 1 if it was refused, 3 if there was none to judge. */
  public int exitCode() {
    return switch (verdict) {
      case EvidenceVerdict.Accepted accepted -> 0;
      case EvidenceVerdict.Refused refused -> 1;
      case EvidenceVerdict.Absent absent -> 3;
    };
  }

  /** The result in one line for a person. */
  public String line() {
    return "%s; assurance %s, sequence %d, head %s; the ceiling would be %s: %s"
        .formatted(
            VerdictDescription.sentence(verdict),
            VerdictDescription.assurance(verdict),
            shown().length(),
            shown().head(),
            OperatorFormat.percent(targetBps),
            plan.why());
  }

  /** The result as JSON for a machine. */
  public JsonObject toJson() {
    return new ObjectWriter()
        .text("verdict", VerdictDescription.name(verdict))
        .text("rule", VerdictDescription.rule(verdict))
        .text("detail", VerdictDescription.detail(verdict))
        .text("assurance", VerdictDescription.assurance(verdict))
        .number("sequence", shown().length())
        .bytes32("head", shown().head())
        .number("ceilingBps", targetBps)
        .text("why", plan.why())
        .toJson();
  }

  /** The token's log if the token verifies, else the agent's own. */
  private VerifiedLog shown() {
    return verdict instanceof EvidenceVerdict.Accepted accepted ? accepted.log() : after.log();
  }
}
