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

  public AgentState withOverlay(Overlay changed) {
    return new AgentState(enrolment, log, times, changed, enforced);
  }

  public AgentState withEnforced(EnforcedLevel changed) {
    return new AgentState(enrolment, log, times, overlay, changed);
  }
}
