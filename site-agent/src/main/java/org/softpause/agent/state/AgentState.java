package org.softpause.agent.state;

/**
 * All that the agent knows and has done, in one immutable piece.
 *
 * @param log proven, entry by entry
 */
public record AgentState(
    Enrolment enrolment, VerifiedLog log, Times times, Overlay overlay, Enforced enforced) {
  public AgentState withLog(VerifiedLog longer) {
    return new AgentState(enrolment, longer, times, overlay, enforced);
  }

  public AgentState withTimes(Times later) {
    return new AgentState(enrolment, log, later, overlay, enforced);
  }

  public AgentState withOverlay(Overlay changed) {
    return new AgentState(enrolment, log, times, changed, enforced);
  }

  public AgentState withEnforced(Enforced changed) {
    return new AgentState(enrolment, log, times, overlay, changed);
  }
}
