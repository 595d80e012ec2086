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

class PauseLifecycleTest {
  @TempDir Path folder;
  private World world;

  @BeforeEach
  void begin() {
    world = World.live(folder);
  }

  @AfterEach
  void end() {
    world.close();
  }

  @Test
  void aReductionIsRoundedDownAsTheProtocolSays() {
    TestAgent agent = TestAgent.enrolled(world, SiteRecords.TRAINING);
    long now = world.clock().seconds();
    world.registry().anchor(world.registry().pause(0, now, now + 3600, now - 1, 7), now);
    world.pass(1);
    agent.cycle();
    world.pass(5);
    agent.cycle();
    assertThat(agent.target()).as("10000 - floor(9500 / 7)").isEqualTo(8643);
    world.pass(1);
    agent.cycle();
    assertThat(agent.target()).as("10000 - floor(9500 * 2 / 7)").isEqualTo(7286);
  }

  @Test
  void aProvenPauseTakesTheSiteDownItsRampAndALiftBringsItBack() {
    TestAgent agent = TestAgent.enrolled(world, SiteRecords.TRAINING);
    agent.cycle();
    assertThat(agent.level()).isEqualTo(10_000);
    LogEntry pause = world.anchorPause();
    agent.live(1);
    assertThat(agent.told("assurance")).isEqualTo("PROVEN");
    assertThat(agent.level()).isEqualTo(10_000);
    agent.live(4);
    assertThat(agent.level()).as("the lead is over, the ramp begins").isEqualTo(10_000);
    agent.live(1);
    assertThat(agent.level()).isEqualTo(9050);
    agent.live(9);
    assertThat(agent.level()).isEqualTo(500);
    agent.live(60);
    assertThat(agent.level()).isEqualTo(500);
    world.anchorLift(pause);
    agent.live(1);
    assertThat(agent.level()).isEqualTo(1450);
    agent.live(9);
    assertThat(agent.level()).isEqualTo(10_000);
  }

  @Test
  void anEnrolledSiteGoesOnWhereARotationEndsLiveUntilItsDrill() {
    TestAgent agent = TestAgent.enrolled(world, SiteRecords.TRAINING);
    long now = world.clock().seconds();
    world.registry().anchor(world.registry().foundEmergency(now), now);
    world.finalise();
    assertThat(world.registry().log().registry().live()).isFalse();
    agent.cycle();
    assertThat(agent.told("assurance")).isEqualTo("PROVEN");
    LogEntry pause = world.anchorPause();
    agent.live(15);
    assertThat(agent.level()).isEqualTo(500);
    world.anchorLift(pause);
    agent.live(12);
    assertThat(agent.level()).isEqualTo(10_000);
  }
}
