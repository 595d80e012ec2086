package org.softpause.agent.verify;

import java.util.List;
import java.util.Optional;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.state.UnprovenEntry;
import org.softpause.agent.state.VerifiedLog;
import org.softpause.protocol.token.Assurance;

/**
 * Adds what an accepted token proves or shows to the agent's state. Only a proof moves the head and
 * the proven time; everything else goes into the overlay, which only lowers (protocol "Token").
 */
public final class StateUpdate {
  private StateUpdate() {}

  /**
   * The state after this verdict. A refused or absent token adds only what the own block sources
   * prove, and what verifies and lowers.
   *
   * @param now the clock reading of the verification, Unix seconds
   */
  public static AgentState learn(AgentState state, EvidenceVerdict verdict, long now) {
    return switch (verdict) {
      case EvidenceVerdict.Accepted accepted -> learn(state, accepted, now);
      case EvidenceVerdict.Refused refused ->
          shown(learn(state, refused.proof(), now), refused.unproven());
      case EvidenceVerdict.Absent absent -> learn(state, absent.proof(), now);
    };
  }

  private static AgentState learn(AgentState state, EvidenceVerdict.Accepted accepted, long now) {
    return accepted.assurance() == Assurance.PROVEN
        ? proven(shown(state, accepted.unproven()), accepted.log(), accepted.provenAt(), now)
        : shown(state, accepted.unproven());
  }

  private static AgentState learn(AgentState state, Optional<OwnProof> proof, long now) {
    return proof.map(own -> proven(state, own.log(), own.provenAt(), now)).orElse(state);
  }

  private static AgentState proven(AgentState state, VerifiedLog log, long provenAt, long now) {
    AgentState moved = state.withLog(log).withTimes(state.times().proven(provenAt, now));
    return moved.withOverlay(state.overlay().after(log.ids(), moved.times().provenAt()));
  }

  private static AgentState shown(AgentState state, List<UnprovenEntry> unproven) {
    return state.withOverlay(state.overlay().with(unproven));
  }
}
