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

class CeilingExplanationTest {
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
  void anExemptSiteStaysUpAndSaysWhy() {
    TestAgent agent = TestAgent.enrolled(world, SiteRecords.UNIVERSITY);
    world.anchorPause();
    agent.cycle();
    agent.settle();
    assertThat(agent.level()).isEqualTo(10_000);
    assertThat(agent.told("why"))
        .isEqualTo("exempt: the cluster has 8 PFLOP/s, below 100, so no decision reaches it");
  }

  @Test
  void aSiteOutOfScopeStaysUpAndSaysWhy() {
    TestAgent agent = TestAgent.enrolled(world, SiteRecords.INFERENCE);
    world.anchorPause();
    agent.cycle();
    agent.settle();
    assertThat(agent.level()).isEqualTo(10_000);
    assertThat(agent.told("why"))
        .startsWith("pause 0x")
        .endsWith("does not reach this site: region 840 is not among 250, 276");
  }

  @Test
  void aSiteInScopeIsToldWhatWhereHowMuchAndUntilWhen() {
    TestAgent agent = TestAgent.enrolled(world, SiteRecords.TRAINING);
    world.anchorPause();
    world.pass(1);
    agent.cycle();
    assertThat(agent.told("why"))
        .contains("(STANDING slot 0: training in 250, 276) will lower this site to 5.00 % from ");
    agent.settle();
    assertThat(agent.told("why")).contains("holds this site at 5.00 % until 2027-01-15T09:01:40Z");
    assertThat(agent.lines())
        .anyMatch(
            line ->
                line.contains("INFO  ceiling ")
                    && line.contains("(target 5.00 %, allowed 1000 of 20000 PFLOP/s)")
                    && line.contains("[assurance PROVEN, sequence 2, proven until "));
  }

  @Test
  void noLineIsWrittenWhileNothingChanges() {
    TestAgent agent = TestAgent.enrolled(world, SiteRecords.TRAINING);
    agent.live(2);
    int lines = agent.lines().size();
    agent.live(10);
    assertThat(agent.lines()).hasSize(lines);
  }
}
