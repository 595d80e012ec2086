package org.softpause.agent.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.agent.world.SiteRecords;
import org.softpause.agent.world.TestAgent;
import org.softpause.agent.world.World;
import org.softpause.protocol.registry.LogEntry;

/**
 * An actuator that reports failure stops no cut, is never taken to have done its work, and tells.
 */
class FailingActuatorTest {
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
    agent.live(1);
  }

  @AfterEach
  void end() {
    world.close();
  }

  private List<Integer> levels() {
    return agent.actuator().levels();
  }

  @Test
  void theOrderedLevelFollowsThePlanDownWhateverCameOfTheLastOrder() {
    agent.actuator().fail(true);
    agent.live(12);
    assertThat(levels()).last().isEqualTo(500);
    assertThat(levels()).isSortedAccordingTo((one, next) -> next - one);
    assertThat(agent.level()).isEqualTo(500);
  }

  @Test
  void whatFailedIsToldAsPartialOnceAndSoIsTheRecovery() {
    assertThat(agent.told("enforcement")).isEqualTo("full");
    agent.actuator().fail(true);
    agent.live(12);
    assertThat(agent.told("enforcement")).isEqualTo("partial");
    assertThat(agent.told("problem")).isEqualTo("the actuator failed: out of order");
    assertThat(agent.lines())
        .filteredOn(line -> line.contains(" WARN  partial: the actuator failed: out of order"))
        .hasSize(1);
    agent.actuator().fail(false);
    agent.live(12);
    assertThat(agent.told("enforcement")).isEqualTo("full");
    assertThat(agent.actuator().siteLevel()).isEqualTo(500);
    assertThat(agent.lines())
        .anyMatch(line -> line.contains("the actuator carries out orders again"));
  }

  @Test
  void aSiteThatUsesMoreThanItMayIsPartial() {
    agent.settle();
    agent.actuator().measureAlways(10_000);
    agent.live(11);
    assertThat(agent.told("enforcement")).isEqualTo("partial");
    assertThat(agent.told("problem")).isEqualTo("the site uses more than its ceiling allows");
  }

  @Test
  void noStepUpIsTakenOnAFailure() {
    agent.settle();
    world.anchorLift(pause);
    world.pass(20);
    agent.actuator().fail(true);
    agent.live(30);
    assertThat(agent.level()).isEqualTo(500);
    assertThat(agent.state().enforced().levelBps()).isEqualTo(500);
    assertThat(levels())
        .allMatch(level -> level <= 10_000)
        .last()
        .satisfies(l -> assertThat(l).isLessThanOrEqualTo(2500));
    agent.actuator().fail(false);
    agent.settle();
    agent.settle();
    assertThat(agent.level()).isEqualTo(10_000);
  }

  @Test
  void anOrderThatFailsAgainAndAgainIsRepeatedWithGrowingPauses() {
    agent.settle();
    agent.actuator().fail(true);
    agent.live(10);
    int before = levels().size();
    agent.live(60);
    assertThat(levels().size() - before).isBetween(5, 8);
  }
}
