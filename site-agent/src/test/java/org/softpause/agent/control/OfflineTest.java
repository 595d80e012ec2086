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

/**
 * Without fresh evidence the agent keeps what it knows, and after the grace follows the site
 * record.
 */
class OfflineTest {
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

  private void pass(TestAgent agent, long seconds) {
    world.clock().pass(seconds);
    agent.cycle();
  }

  @Test
  void aSiteThatHoldsStaysWhereItIs() {
    TestAgent agent = TestAgent.enrolled(world, SiteRecords.TRAINING);
    agent.cycle();
    world.service().goAway(true);
    pass(agent, 100_000);
    assertThat(agent.level()).isEqualTo(10_000);
    assertThat(agent.told("verdict")).isEqualTo("absent");
  }

  @Test
  void aCautiousSiteGoesDownItsOwnRampAfterTheGraceAndBackOnAProof() {
    TestAgent agent = TestAgent.enrolled(world, SiteRecords.CAUTIOUS);
    agent.cycle();
    world.service().goAway(true);
    pass(agent, 3600);
    assertThat(agent.target()).isEqualTo(10_000);
    pass(agent, 1);
    assertThat(agent.target()).isEqualTo(9950);
    pass(agent, 49);
    assertThat(agent.target()).isEqualTo(7500);
    assertThat(agent.told("why")).contains("the site record's offline policy lowers to 50.00 %");
    pass(agent, 50);
    pass(agent, 2);
    pass(agent, 2);
    assertThat(agent.level()).isEqualTo(5000);
    pass(agent, 10_000);
    assertThat(agent.level()).isEqualTo(5000);
    world.service().goAway(false);
    world.finalise();
    agent.settle();
    assertThat(agent.level()).isEqualTo(10_000);
  }

  @Test
  void theGraceGoesOnAcrossARestart() {
    TestAgent agent = TestAgent.enrolled(world, SiteRecords.CAUTIOUS);
    agent.cycle();
    world.service().goAway(true);
    pass(agent, 3000);
    agent.restart();
    pass(agent, 601);
    assertThat(agent.target()).isEqualTo(9950);
  }

  @Test
  void aPauseThatEndsWhileNothingIsHeardIsKept() {
    TestAgent agent = TestAgent.enrolled(world, SiteRecords.TRAINING);
    world.anchorPause();
    agent.cycle();
    agent.settle();
    assertThat(agent.level()).isEqualTo(500);
    world.service().goAway(true);
    world.pass(7200);
    agent.cycle();
    assertThat(agent.level()).isEqualTo(500);
  }

  @Test
  void aPauseThatIsKnownBeginsWithoutAnyNews() {
    TestAgent agent = TestAgent.enrolled(world, SiteRecords.TRAINING);
    world.anchorPause();
    world.pass(1);
    agent.cycle();
    world.service().goAway(true);
    world.node(0).fallSilent(true);
    for (int i = 0; i < 12; i++) {
      world.clock().pass(2);
      agent.cycleWithoutNews();
    }
    assertThat(agent.level()).isEqualTo(500);
    assertThat(agent.told("verdict")).isEqualTo("absent");
  }
}
