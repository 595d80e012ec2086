package org.softpause.agent.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
}
