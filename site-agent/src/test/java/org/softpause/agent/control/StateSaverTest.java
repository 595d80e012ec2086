package org.softpause.agent.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.agent.report.OperatorLog;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.state.EnforcedLevel;
import org.softpause.agent.state.Overlay;
import org.softpause.agent.state.ProofTimes;
import org.softpause.agent.state.StateStore;
import org.softpause.agent.state.UnprovenEntry;
import org.softpause.agent.world.SiteRecords;
import org.softpause.agent.world.TestAgent;
import org.softpause.agent.world.World;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.token.Assurance;

/** What can change a ceiling is on the disk at once; clock readings alone may wait ten seconds. */
class StateSaverTest {
  @TempDir Path folder;
  private World world;
  private TestAgent agent;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private AgentState first;
  private StateSaver saver;

  @BeforeEach
  void begin() throws IOException {
    world = World.live(folder);
    agent = TestAgent.enrolled(world, SiteRecords.TRAINING);
    first = agent.state();
    StateStore store = StateStore.open(world.state(SiteRecords.TRAINING));
    store.recover();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    saver = new StateSaver(store, first, new OperatorLog(out, world.clock()));
  }

  @AfterEach
  void end() {
    world.close();
  }

  private AgentState times(long proven, long seen, long fresh) {
    ProofTimes times = first.times();
    return first.withTimes(
        new ProofTimes(
            times.provenAt() + proven, times.clockSeen() + seen, times.freshAt() + fresh));
  }

  private boolean isWritten(AgentState state) {
    saver.save(state);
    return agent.state().equals(state);
  }

  @Test
  void anEnforcedLevelIsWrittenAtOnce() {
    assertThat(isWritten(first.withEnforced(new EnforcedLevel(9999, 10_000)))).isTrue();
    assertThat(isWritten(first.withEnforced(new EnforcedLevel(9999, 9999)))).isTrue();
  }

  @Test
  void anOverlayIsWrittenAtOnce() {
    LogEntry pause = world.anchorPause();
    UnprovenEntry entry =
        new UnprovenEntry(pause.certificate(), Assurance.CERTIFIED, 1, pause.anchoredAt());
    assertThat(isWritten(first.withOverlay(new Overlay(List.of(entry), List.of())))).isTrue();
    assertThat(isWritten(first)).isTrue();
  }

  @Test
  void aLongerLogIsWrittenAtOnce() {
    world.anchorPause();
    assertThat(isWritten(first.withLog(world.registry().log()))).isTrue();
  }

  @Test
  void aProvenTimeIsWrittenAtOnce() {
    assertThat(isWritten(times(1, 0, 0))).isTrue();
  }

  @Test
  void aClockReadingIsWrittenTenSecondsAfterTheOneOnTheDisk() {
    assertThat(isWritten(times(0, 9, 0))).isFalse();
    assertThat(isWritten(times(0, 10, 0))).isTrue();
    assertThat(isWritten(times(0, 19, 0))).isFalse();
    assertThat(isWritten(times(0, 20, 0))).isTrue();
  }

  @Test
  void aTimeOfProofIsWrittenTenSecondsAfterTheOneOnTheDisk() {
    assertThat(isWritten(times(0, 0, 9))).isFalse();
    assertThat(isWritten(times(0, 0, 10))).isTrue();
  }

  @Test
  void afterAFailureTheStateIsWrittenHoweverLittleHasChanged() throws IOException {
    Path obstacle = blockTheDisk();
    saver.save(times(1, 0, 0));
    assertThat(saver.isDurable()).isFalse();
    assertThat(agent.state()).isEqualTo(first);
    Files.delete(obstacle);
    assertThat(isWritten(times(0, 1, 0))).isTrue();
    assertThat(saver.isDurable()).isTrue();
  }

  @Test
  void aDiskThatRefusesIsAnAlarmOnceAndSoIsItsRecovery() throws IOException {
    saver.save(times(1, 0, 0));
    assertThat(lines()).isEmpty();
    Path obstacle = blockTheDisk();
    saver.save(times(2, 0, 0));
    saver.save(times(3, 0, 0));
    assertThat(lines()).singleElement().asString().contains("ALARM the state cannot be written");
    Files.delete(obstacle);
    saver.save(times(4, 0, 0));
    saver.save(times(5, 0, 0));
    assertThat(lines()).hasSize(2).last().asString().contains("the state can be written again");
  }

  private Path blockTheDisk() throws IOException {
    return Files.createDirectory(world.state(SiteRecords.TRAINING).resolve("state-a.new"));
  }

  private List<String> lines() {
    return said.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
