package org.softpause.agent.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.agent.world.ShownTokens.LOG;
import static org.softpause.agent.world.ShownTokens.NOW;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.state.Overlay;
import org.softpause.agent.state.ProofTimes;
import org.softpause.agent.state.UnprovenEntry;
import org.softpause.agent.world.ShownTokens;
import org.softpause.agent.world.World;
import org.softpause.protocol.Rule;
import org.softpause.protocol.token.Assurance;

/** Only a proof moves the log and its time; everything else that verifies goes into the overlay. */
class StateUpdateTest {
  private static final long PROVEN = World.BEGINNING - 1;
  private static final AgentState STATE = ShownTokens.state(1, PROVEN);

  /** The claim of the pause that the longer log holds. */
  private static final UnprovenEntry PAUSE =
      new UnprovenEntry(
          LOG.entries().getLast().certificate(), Assurance.CHAINED, NOW, World.BEGINNING);

  /** The claim of a pause that no log holds. */
  private static final UnprovenEntry OTHER =
      new UnprovenEntry(
          ShownTokens.certify(ShownTokens.pause(1, NOW)), Assurance.CERTIFIED, NOW, NOW);

  private static EvidenceVerdict.Accepted accepted(
      Assurance assurance, long provenAt, UnprovenEntry... unproven) {
    return new EvidenceVerdict.Accepted(
        assurance, LOG, provenAt, List.of(unproven), List.of(), List.of());
  }

  private static AgentState moved(AgentState before, long provenAt) {
    return before.withLog(LOG).withTimes(new ProofTimes(provenAt, PROVEN, NOW));
  }

  @Test
  void aProvenTokenMovesTheLogAndItsTimeAndTakesItsEntriesOutOfTheOverlay() {
    AgentState before = STATE.withOverlay(Overlay.EMPTY.with(List.of(PAUSE)));
    assertThat(StateUpdate.learn(before, accepted(Assurance.PROVEN, NOW - 1, OTHER), NOW))
        .isEqualTo(moved(STATE, NOW - 1).withOverlay(Overlay.EMPTY.with(List.of(OTHER))));
  }

  @Test
  void aProofRefutesByTheLaterOfBothProvenTimes() {
    AgentState late =
        ShownTokens.state(1, NOW + UnprovenEntry.STAYS_SECONDS)
            .withOverlay(Overlay.EMPTY.with(List.of(OTHER)));
    AgentState after = StateUpdate.learn(late, accepted(Assurance.PROVEN, NOW), NOW);
    assertThat(after.overlay().entries()).isEmpty();
    assertThat(after.overlay().isRefuted(OTHER.id())).isTrue();
  }

  @Test
  void aTokenThatIsOnlyChainedMovesNothingButTheOverlay() {
    assertThat(StateUpdate.learn(STATE, accepted(Assurance.CHAINED, 0, PAUSE), NOW))
        .isEqualTo(STATE.withOverlay(Overlay.EMPTY.with(List.of(PAUSE))));
  }

  @Test
  void aRefusedTokenAddsWhatTheSourcesProveAndWhatLowers() {
    EvidenceVerdict refused =
        new EvidenceVerdict.Refused(
            Rule.HEAD_DISAGREES, "", List.of(OTHER), Optional.of(new OwnProof(LOG, NOW)));
    assertThat(StateUpdate.learn(STATE, refused, NOW))
        .isEqualTo(moved(STATE, NOW).withOverlay(Overlay.EMPTY.with(List.of(OTHER))));
  }

  @Test
  void anAbsentTokenAddsOnlyWhatTheSourcesProve() {
    OwnProof proof = new OwnProof(LOG, NOW);
    assertThat(StateUpdate.learn(STATE, new EvidenceVerdict.Absent("", Optional.of(proof)), NOW))
        .isEqualTo(moved(STATE, NOW));
    assertThat(StateUpdate.learn(STATE, new EvidenceVerdict.Absent(""), NOW)).isEqualTo(STATE);
  }
}
