package org.softpause.agent.state;

/**
 * All that the agent knows and has done, in one immutable piece.
 *
 * @param log proven, entry by entry
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
