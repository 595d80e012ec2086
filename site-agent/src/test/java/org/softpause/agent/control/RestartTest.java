package org.softpause.agent.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.agent.world.RecordingActuator;
import org.softpause.agent.world.SiteRecords;
import org.softpause.agent.world.TestAgent;
import org.softpause.agent.world.World;
import org.softpause.protocol.registry.LogEntry;

/**
 * An agent killed at any step of a ramp continues from there, and a crash never raises capacity.
 */
class RestartTest {
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
    world.pass(5);
  }

  @AfterEach
  void end() {
    world.close();
  }

  private List<Integer> levels() {
    return agent.actuator().levels();
  }

  @Test
  void killedAfterEveryTurnOfTheWayDownItNeverGoesUp() {
    for (int i = 0; i < 14; i++) {
      world.pass(1);
      agent.cycle();
      agent.restart();
      world.service().goAway(i % 2 == 0);
      agent.cycle();
      world.service().goAway(false);
    }
    agent.settle();
    assertThat(agent.level()).isEqualTo(500);
    assertThat(levels()).isSortedAccordingTo((one, next) -> next - one);
  }

  @Test
  void killedInTheMiddleOfAnOrderToGoDownItStartsFromTheLowerLevel() {
    agent.live(3);
    int before = agent.level();
    agent.actuator().kill(true);
    world.pass(1);
    assertThatThrownBy(agent::cycle).isInstanceOf(RecordingActuator.Killed.class);
    int ordered = levels().getLast();
    assertThat(ordered).isLessThan(before);
    agent.actuator().kill(false);
    world.service().goAway(true);
    agent.restart();
    agent.cycleWithoutNews();
    assertThat(levels().getLast()).isEqualTo(ordered);
  }

  @Test
  void killedInTheMiddleOfAnOrderToGoUpItStartsFromTheLowerLevel() {
    agent.settle();
    world.anchorLift(pause);
    agent.live(3);
    int before = agent.level();
    assertThat(before).isBetween(501, 9999);
    agent.actuator().kill(true);
    world.pass(1);
    assertThatThrownBy(agent::cycle).isInstanceOf(RecordingActuator.Killed.class);
    assertThat(levels().getLast()).isGreaterThan(before);
    agent.actuator().kill(false);
    agent.restart();
    agent.cycleWithoutNews();
    assertThat(levels().getLast()).isEqualTo(before);
    agent.settle();
    assertThat(agent.level()).isEqualTo(10_000);
  }

  @Test
  void nothingRisesWhileTheStateCannotBeWritten() throws IOException {
    agent.settle();
    world.anchorLift(pause);
    world.pass(20);
    Path obstacle = Files.createDirectory(world.state(SiteRecords.TRAINING).resolve("state-a.new"));
    agent.live(5);
    assertThat(levels()).last().isEqualTo(500);
    assertThat(agent.lines())
        .filteredOn(line -> line.contains(" ALARM the state cannot be written"))
        .hasSize(1);
    Files.delete(obstacle);
    agent.settle();
    assertThat(agent.level()).isEqualTo(10_000);
  }

  @Test
  void aStallIsFollowedBySmallSteps() {
    world.pass(600);
    agent.cycle();
    assertThat(agent.level()).isEqualTo(8000);
    agent.live(1);
    assertThat(agent.level()).isEqualTo(7000);
  }

  @Test
  void aRepairIsToldToTheOperatorAndNothingRises() throws Exception {
    agent.settle();
    Files.write(world.state(SiteRecords.TRAINING).resolve("state-a"), new byte[] {1, 2, 3});
    agent.restart();
    world.service().goAway(true);
    agent.cycle();
    assertThat(agent.level()).isEqualTo(500);
    assertThat(agent.lines())
        .anyMatch(line -> line.contains(" WARN ") && line.contains("state-a was lost or damaged"));
  }
}
