package org.softpause.agent.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.agent.world.ShownTokens.LOG;
import static org.softpause.agent.world.ShownTokens.NOW;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.softpause.agent.config.ActuatorConfig;
import org.softpause.agent.config.AgentConfig;
import org.softpause.agent.config.AgentLimits;
import org.softpause.agent.config.PinnedFiles;
import org.softpause.agent.report.LastStatus;
import org.softpause.agent.report.OperatorLog;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.state.EnforcedLevel;
import org.softpause.agent.state.StateStore;
import org.softpause.agent.verify.Evidence;
import org.softpause.agent.verify.TokenAnswer;
import org.softpause.agent.world.MutableClock;
import org.softpause.agent.world.RecordingActuator;
import org.softpause.agent.world.ShownTokens;
import org.softpause.protocol.json.JsonString;

/** One cycle after another, with evidence made by hand. */
class AgentCycleTest {
  @TempDir Path folder;
  private final MutableClock clock = new MutableClock(Instant.ofEpochSecond(NOW));
  private final RecordingActuator actuator = new RecordingActuator();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private AgentCycle cycle(AgentState stored, Duration poll) throws IOException {
    StateStore store = StateStore.open(folder);
    store.enrol(stored);
    Path any = Path.of("unread");
    AgentConfig config =
        new AgentConfig(
            new PinnedFiles(any, any, any, any),
            URI.create("http://service"),
            List.of(URI.create("http://node")),
            folder,
            new ActuatorConfig.Log(),
            new AgentLimits(poll, Duration.ofHours(1), Duration.ofHours(1), 1000));
    return AgentCycle.of(
        stored,
        store,
        actuator,
        config,
        new OperatorLog(new PrintStream(said, true, StandardCharsets.UTF_8), clock),
        clock,
        clock::nanos);
  }

  private Optional<Evidence> proof() {
    long now = clock.seconds();
    return Optional.of(
        new Evidence(
            ShownTokens.token(ShownTokens.attest(LOG, 0, now), now),
            List.of(),
            List.of(ShownTokens.reports(LOG.head(), now))));
  }

  private String told(String member) throws IOException {
    return LastStatus.read(folder).members().get(member) instanceof JsonString text
        ? text.value()
        : "";
  }

  @Test
  void aProofIsLearntAndItsPauseLowersWithinTheSameCycle() throws Exception {
    AgentState before = ShownTokens.state(1, NOW - 20);
    AgentState after = cycle(before, Duration.ofSeconds(1)).run(before, proof());
    assertThat(after.log()).isEqualTo(LOG);
    assertThat(after.times().provenAt()).isEqualTo(NOW);
    assertThat(after.times().clockSeen()).isEqualTo(NOW);
    assertThat(after.enforced().targetBps()).isEqualTo(10_000 - 9500 * 5 / 10);
    assertThat(told("assurance")).isEqualTo("PROVEN");
    assertThat(said.toString(StandardCharsets.UTF_8))
        .as("a clock that has not stepped needs no confirmation")
        .doesNotContain("confirm the time");
  }

  @Test
  void aCycleWithoutEvidenceKeepsItsStateAndSeesTheClock() throws Exception {
    AgentState before = ShownTokens.state(1, NOW - 20);
    AgentState after = cycle(before, Duration.ofSeconds(1)).run(before, Optional.empty());
    assertThat(after.log()).isEqualTo(before.log());
    assertThat(after.times().clockSeen()).isEqualTo(NOW);
    assertThat(told("assurance")).isEqualTo("NONE");
  }

  @Test
  void onlyAProvenTokenRaises() throws Exception {
    AgentState low = ShownTokens.state(1, NOW - 20).withEnforced(new EnforcedLevel(2000, 2000));
    AgentCycle cycle = cycle(low, Duration.ofSeconds(1));
    AgentState state = cycle.run(low, Optional.empty());
    clock.pass(1);
    state = cycle.run(state, Optional.empty());
    assertThat(state.enforced()).isEqualTo(new EnforcedLevel(2000, 2000));
    clock.pass(1);
    state = cycle.run(state, proof());
    assertThat(state.enforced().targetBps()).isGreaterThan(2000);
  }

  @ParameterizedTest
  @CsvSource({"1, 10", "3, 10", "4, 12", "60, 180"})
  void aProofStandsForThreePollsAndTenSecondsAtLeast(long poll, long seconds) throws Exception {
    AgentState state = ShownTokens.state(1, NOW - 20);
    AgentCycle cycle = cycle(state, Duration.ofSeconds(poll));
    state = cycle.run(state, proof());
    clock.pass(seconds);
    state = cycle.run(state, Optional.empty());
    assertThat(told("assurance")).isEqualTo("PROVEN");
    clock.pass(1);
    cycle.run(state, Optional.empty());
    assertThat(told("assurance")).isEqualTo("NONE");
  }

  @Test
  void afterAStepOfTheClockTheSourcesMustConfirmItBeforeAnythingRises() throws Exception {
    AgentState low = ShownTokens.state(1, NOW - 20).withEnforced(new EnforcedLevel(500, 500));
    actuator.breakMeter();
    AgentCycle cycle = cycle(low, Duration.ofSeconds(1));
    clock.set(NOW + 7200);
    AgentState state = cycle.run(low, Optional.empty());
    assertThat(state.times().clockSeen()).as("counted on, not read").isEqualTo(NOW);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("stepped by 7200 s");
    Evidence unsure =
        new Evidence(
            new TokenAnswer.Missing("away"),
            List.of(),
            List.of(ShownTokens.reports(LOG.head(), NOW - 20)));
    cycle.run(state, Optional.of(unsure));
    assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain("confirm the time");
    state = cycle.run(state, proof());
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("confirm the time");
    assertThat(state.times().freshAt()).as("the new time counts at once").isEqualTo(NOW + 7200);
  }

  @Test
  void nothingRisesOnAProofWhileTheStepOfTheClockIsUnconfirmed() throws Exception {
    AgentState low = ShownTokens.state(1, NOW - 20).withEnforced(new EnforcedLevel(500, 500));
    AgentCycle cycle = cycle(low, Duration.ofSeconds(1));
    Optional<Evidence> proof = proof();
    clock.set(NOW + 7200);
    AgentState state = cycle.run(low, proof);
    assertThat(told("assurance")).isEqualTo("PROVEN");
    assertThat(state.enforced()).isEqualTo(new EnforcedLevel(500, 500));
  }

  @Test
  void aTokenSufficesIfItIsAcceptedAtThisMoment() throws Exception {
    AgentState state = ShownTokens.state(1, NOW - 20);
    AgentCycle cycle = cycle(state, Duration.ofSeconds(1));
    Evidence proof = proof().orElseThrow();
    assertThat(cycle.accepts(state, proof)).isTrue();
    clock.pass(300);
    assertThat(cycle.accepts(state, proof)).as("it has expired").isFalse();
  }
}
