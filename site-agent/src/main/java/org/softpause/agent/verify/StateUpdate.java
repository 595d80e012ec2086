package org.softpause.agent.verify;

import java.util.ArrayList;
import java.util.List;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.state.Overlay;
import org.softpause.agent.state.UnprovenEntry;
import org.softpause.protocol.registry.LogEntry;
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
        : state.withOverlay(state.overlay().with(unproven(state, accepted, now)));
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

  private static List<UnprovenEntry> unproven(
      AgentState state, EvidenceVerdict.Accepted accepted, long now) {
    List<UnprovenEntry> seen = new ArrayList<>();
    for (LogEntry entry :
        accepted.log().entries().subList(state.log().length(), accepted.log().length())) {
      seen.add(
          UnprovenEntry.anchored(entry.certificate(), Assurance.CHAINED, now, entry.anchoredAt()));
    }
    seen.addAll(accepted.unproven());
    return seen;
  }
}
