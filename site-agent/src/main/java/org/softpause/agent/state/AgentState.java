package org.softpause.agent.state;

/**
 * All that the agent knows and has done, as one immutable value that a cycle hands from step to
 * step.
 *
 * @param enrolment what enrolment pinned
 * @param log the proven log
 * @param times the times of the last proof and of the clock
 * @param overlay the entries that were seen and are not proven
 * @param enforced the target and level that were ordered last
 */
public record AgentState(
    AgentEnrolment enrolment,
    VerifiedLog log,
    ProofTimes times,
    Overlay overlay,
    EnforcedLevel enforced) {
  public AgentState withLog(VerifiedLog longer) {
    return new AgentState(enrolment, longer, times, overlay, enforced);
  }

  public AgentState withTimes(ProofTimes later) {
    return new AgentState(enrolment, log, later, overlay, enforced);
  }

  /** With this reading of the agent's clock, in Unix seconds, unless it is far past the proof. */
  public AgentState seenAt(long now, long maxHeadAge) {
    return withTimes(times.seen(now, maxHeadAge));
  }

  public AgentState withOverlay(Overlay changed) {
    return new AgentState(enrolment, log, times, changed, enforced);
  }

  public AgentState withEnforced(EnforcedLevel changed) {
    return new AgentState(enrolment, log, times, overlay, changed);
  }
}
