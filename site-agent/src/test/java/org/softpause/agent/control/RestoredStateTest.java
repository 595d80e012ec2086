package org.softpause.agent.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.agent.world.SiteRecords;
import org.softpause.agent.world.TestAgent;
import org.softpause.agent.world.World;
import org.softpause.protocol.registry.LogEntry;

/**
 * A site at 5 % whose agent gets the state of before the pause back never rises without a proof.
 */
class RestoredStateTest {
  @TempDir Path folder;
  private World world;
  private TestAgent agent;
  private LogEntry pause;
  private Map<String, byte[]> backup;

  @BeforeEach
  void begin() {
    world = World.live(folder);
    agent = TestAgent.enrolled(world, SiteRecords.TRAINING);
    agent.cycle();
    backup = agent.backUp();
    pause = world.anchorPause();
    agent.cycle();
    agent.settle();
    assertThat(agent.actuator().siteLevel()).isEqualTo(500);
  }

  @AfterEach
  void end() {
    world.close();
  }

  private List<Integer> ordersSince(int count) {
    return agent.actuator().levels().subList(count, agent.actuator().levels().size());
  }

  private void beAlone(boolean alone) {
    world.service().goAway(alone);
    world.node(0).fallSilent(alone);
  }

  @Test
  void anOlderStateIsHeldAgainstAMeasurementBeforeTheFirstOrder() {
    int before = agent.actuator().levels().size();
    beAlone(true);
    agent.restore(backup);
    for (int i = 0; i < 20; i++) {
      world.clock().pass(1);
      agent.cycleWithoutNews();
    }
    assertThat(ordersSince(before)).isNotEmpty().allMatch(order -> order == 500);
  }

  @Test
  void aSiteThatCannotBeMeasuredGetsNoOrderBeforeAProof() {
    agent.actuator().breakMeter();
    int before = agent.actuator().levels().size();
    beAlone(true);
    agent.restore(backup);
    for (int i = 0; i < 20; i++) {
      world.clock().pass(1);
      agent.cycleWithoutNews();
    }
    assertThat(ordersSince(before)).isEmpty();
    beAlone(false);
    world.finalise();
    agent.live(3);
    assertThat(ordersSince(before)).isNotEmpty().allMatch(order -> order == 500);
  }

  @Test
  void onceProvenTheSiteRisesFromWhereItWasMeasured() {
    world.anchorLift(pause);
    world.pass(20);
    agent.restore(backup);
    int before = agent.actuator().levels().size();
    agent.cycle();
    agent.live(1);
    assertThat(ordersSince(before)).first().isEqualTo(500);
    assertThat(agent.level()).isEqualTo(1500);
    agent.settle();
    assertThat(agent.level()).isEqualTo(10_000);
  }

  @Test
  void aCutIsCarriedOutWithoutAMeasurementOrAProof() {
    agent.actuator().breakMeter();
    agent.restore(backup);
    world.node(0).fallSilent(true);
    world.clock().pass(1);
    agent.cycle();
    world.clock().pass(20);
    agent.cycle();
    assertThat(agent.told("assurance")).isEqualTo("CHAINED");
    assertThat(agent.actuator().levels()).last().isEqualTo(500);
  }
}
