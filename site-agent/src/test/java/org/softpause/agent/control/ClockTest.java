package org.softpause.agent.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.softpause.agent.world.SiteRecords;
import org.softpause.agent.world.TestAgent;
import org.softpause.agent.world.World;
import org.softpause.protocol.registry.LogEntry;

/** Setting the agent's clock never raises the ceiling. */
class ClockTest {
  @TempDir Path folder;
  private World world;
  private TestAgent agent;
  private LogEntry pause;

  @BeforeEach
  void begin() {
    world = World.live(folder);
    agent = TestAgent.enrolled(world, SiteRecords.TRAINING);
    pause = world.anchorPause();
    agent.cycle();
  }

  @AfterEach
  void end() {
    world.close();
  }

  @Test
  void aClockSetPastTheEndOfThePauseNeverRaises() {
    agent.settle();
    assertThat(agent.level()).isEqualTo(500);
    world.clock().set(pause.anchoredAt() + 3600 + 7200);
    for (int i = 0; i < 20; i++) {
      agent.cycle();
    }
    assertThat(agent.level()).isEqualTo(500);
    assertThat(agent.target()).isEqualTo(500);
  }

  @Test
  void aClockJustPastTheEndWaitsForABlockThatIsToo() {
    long end = pause.anchoredAt() + 3600;
    world.pass(end - world.clock().seconds() - 1);
    agent.cycle();
    for (int i = 0; i < 10; i++) {
      world.clock().pass(2);
      agent.cycle();
    }
    assertThat(agent.told("assurance")).isEqualTo("PROVEN");
    assertThat(agent.level()).isEqualTo(500);
    assertThat(agent.told("why"))
        .contains("because the clock is past that time but no proven block is");
    world.finalise();
    agent.settle();
    assertThat(agent.level()).isEqualTo(10_000);
  }

  @Test
  void aClockTurnedBackBringsNothingUpEvenWithAFreshProof() {
    world.clock().pass(15);
    agent.cycle();
    for (int i = 0; i < 8; i++) {
      world.clock().pass(1);
      agent.cycle();
    }
    assertThat(agent.told("assurance")).isEqualTo("PROVEN");
    assertThat(agent.level()).isEqualTo(500);
    world.clock().set(pause.anchoredAt());
    agent.cycle();
    world.clock().pass(2);
    agent.cycle();
    assertThat(agent.told("assurance")).isEqualTo("PROVEN");
    assertThat(agent.level()).isEqualTo(500);
    agent.restart();
    agent.cycle();
    world.clock().pass(2);
    agent.cycle();
    assertThat(agent.level()).isEqualTo(500);
  }

  @Test
  void aClockThatOnceRanAheadDoesNotBindForEver() {
    agent.settle();
    world.anchorLift(pause);
    world.pass(1);
    long truth = world.clock().seconds();
    world.clock().set(truth + 10 * 365 * 86_400L);
    agent.cycle();
    assertThat(agent.level()).isEqualTo(500);
    world.clock().set(truth);
    agent.settle();
    assertThat(agent.level()).isEqualTo(10_000);
  }

  private List<String> alarms() {
    return agent.lines().stream().filter(line -> line.contains(" ALARM ")).toList();
  }

  @Test
  void aStepOfTheWallClockAlarmsAndRaisesNothingUntilTheSourcesConfirmIt() {
    agent.settle();
    world.anchorLift(pause);
    world.pass(1);
    world.clock().set(world.clock().seconds() + 7200);
    for (int i = 0; i < 5; i++) {
      world.clock().pass(1);
      agent.cycle();
    }
    assertThat(agent.level()).isEqualTo(500);
    assertThat(alarms()).hasSize(1).first().asString().contains("stepped by 7200 s");
    world.finalise();
    agent.settle();
    assertThat(agent.level()).isEqualTo(10_000);
    assertThat(agent.lines())
        .anyMatch(line -> line.contains("own block sources confirm the time of the wall clock"));
  }

  @Test
  void aClockThatWasWrongAtTheStartIsCorrectedWithoutTheService() {
    agent.settle();
    world.anchorLift(pause);
    agent.live(20);
    long right = world.clock().seconds();
    world.service().goAway(true);
    world.clock().set(right - 7200);
    agent.restart();
    agent.cycle();
    world.clock().set(right);
    world.clock().pass(1);
    world.anchorPause();
    agent.live(20);
    assertThat(agent.told("verdict")).isEqualTo("absent");
    assertThat(agent.level()).isEqualTo(500);
  }

  @Test
  void timeIsCountedOnWhileTheWallClockIsWrong() {
    world.clock().set(world.clock().seconds() - 86_400);
    for (int i = 0; i < 20; i++) {
      world.clock().pass(1);
      agent.cycle();
    }
    assertThat(agent.level()).as("the ramp goes on by the monotonic clock").isEqualTo(500);
    assertThat(alarms()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"60, 0", "-60, 0", "61, 1", "-61, 1"})
  void aMinuteIsNoStep(long seconds, int expected) {
    world.clock().set(world.clock().seconds() + seconds);
    agent.cycleWithoutNews();
    assertThat(alarms()).hasSize(expected);
  }
}
