package org.softpause.agent.verify;

import org.softpause.agent.state.AgentState;
import org.softpause.agent.state.Overlay;
import org.softpause.protocol.token.Assurance;

/**
 * Adds what an accepted token proves or shows to the agent's state. Only a proof moves the head and
 * the proven time; everything else goes into the overlay, which only lowers (protocol "Token").
 */
public final class StateUpdate {
  private StateUpdate() {}

  /**
   * The state after this verdict; only an accepted token changes it.
   *
   * @param now the clock reading of the verification, Unix seconds
   */
  public static AgentState learn(AgentState state, EvidenceVerdict verdict, long now) {
    return verdict instanceof EvidenceVerdict.Accepted accepted
        ? learn(state, accepted, now)
        : state;
  }

  private static AgentState learn(AgentState state, EvidenceVerdict.Accepted accepted, long now) {
    return accepted.assurance() == Assurance.PROVEN
        ? proven(state, accepted, now)
        : state.withOverlay(state.overlay().with(accepted.unproven()));
  }

  private static AgentState proven(AgentState state, EvidenceVerdict.Accepted accepted, long now) {
    AgentState moved =
        state.withLog(accepted.log()).withTimes(state.times().proven(accepted.provenAt(), now));
    Overlay overlay =
        state
            .overlay()
            .with(accepted.unproven())
            .after(accepted.log().ids(), moved.times().provenAt());
    return moved.withOverlay(overlay);
  }
}
