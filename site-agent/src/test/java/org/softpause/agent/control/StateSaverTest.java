package org.softpause.agent.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
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
import org.softpause.agent.world.ShownTokens;
import org.softpause.agent.world.World;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.token.Assurance;

/** What can change a ceiling is on the disk at once; clock readings alone may wait ten seconds. */
class StateSaverTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final AgentState first = ShownTokens.state(1, World.BEGINNING);
  private StateSaver saver;

  @BeforeEach
  void begin() throws IOException {
    StateStore store = StateStore.open(folder);
    store.enrol(first);
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    saver = new StateSaver(store, first, new OperatorLog(out, Clock.systemUTC()));
  }

  private AgentState stored() throws IOException {
    return ((StateStore.Ready) StateStore.open(folder).read()).state();
  }

  private AgentState times(long proven, long seen, long fresh) {
    ProofTimes times = first.times();
    return first.withTimes(
        new ProofTimes(
            times.provenAt() + proven, times.clockSeen() + seen, times.freshAt() + fresh));
  }

  private boolean isWritten(AgentState state) throws IOException {
    saver.save(state);
    return stored().equals(state);
  }

  @Test
  void anEnforcedLevelIsWrittenAtOnce() throws IOException {
    assertThat(isWritten(first.withEnforced(new EnforcedLevel(9999, 10_000)))).isTrue();
    assertThat(isWritten(first.withEnforced(new EnforcedLevel(9999, 9999)))).isTrue();
  }

  @Test
  void anOverlayIsWrittenAtOnce() throws IOException {
    LogEntry pause = ShownTokens.LOG.entries().getLast();
    UnprovenEntry entry =
        new UnprovenEntry(pause.certificate(), Assurance.CERTIFIED, 1, pause.anchoredAt());
    assertThat(isWritten(first.withOverlay(new Overlay(List.of(entry), List.of())))).isTrue();
    assertThat(isWritten(first)).isTrue();
  }

  @Test
  void aLongerLogIsWrittenAtOnce() throws IOException {
    assertThat(isWritten(first.withLog(ShownTokens.LOG))).isTrue();
  }

  @Test
  void aProvenTimeIsWrittenAtOnce() throws IOException {
    assertThat(isWritten(times(1, 0, 0))).isTrue();
  }

  @Test
  void aClockReadingIsWrittenTenSecondsAfterTheOneOnTheDisk() throws IOException {
    assertThat(isWritten(times(0, 9, 0))).isFalse();
    assertThat(isWritten(times(0, 10, 0))).isTrue();
    assertThat(isWritten(times(0, 19, 0))).isFalse();
    assertThat(isWritten(times(0, 20, 0))).isTrue();
  }

  @Test
  void aTimeOfProofIsWrittenTenSecondsAfterTheOneOnTheDisk() throws IOException {
    assertThat(isWritten(times(0, 0, 9))).isFalse();
    assertThat(isWritten(times(0, 0, 10))).isTrue();
  }

  @Test
  void afterAFailureTheStateIsWrittenHoweverLittleHasChanged() throws IOException {
    Path obstacle = blockTheDisk();
    saver.save(times(1, 0, 0));
    assertThat(saver.isDurable()).isFalse();
    assertThat(stored()).isEqualTo(first);
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
    return Files.createDirectory(folder.resolve("state-a.new"));
  }

  private List<String> lines() {
    return said.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
