package org.softpause.agent.verify;

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

/** Step 4 with three block sources, of which two have to agree. */
class OwnSourcesTest {
  @TempDir Path folder;
  private World world;
  private TestAgent agent;
  private LogEntry pause;

  @BeforeEach
  void begin() {
    world = World.live(folder, 3);
    agent = TestAgent.enrolled(world, SiteRecords.TRAINING);
    pause = world.anchorPause();
    agent.cycle();
    agent.settle();
    assertThat(agent.level()).isEqualTo(500);
  }

  @AfterEach
  void end() {
    world.close();
  }

  private void assurance(String expected) {
    agent.cycle();
    assertThat(agent.told("assurance")).isEqualTo(expected);
  }

  @Test
  void oneOfThreeMayLieOrBeSilent() {
    world.node(0).lieAboutHead(World.NOWHERE);
    assurance("PROVEN");
    world.node(0).fallSilent(true);
    assurance("PROVEN");
  }

  @Test
  void withTwoSilentNothingIsProvenAndNothingRises() {
    world.anchorLift(pause);
    world.pass(1);
    world.node(0).fallSilent(true);
    world.node(1).fallSilent(true);
    assurance("CHAINED");
    assertThat(agent.told("rule")).isEqualTo("head-not-proven");
    agent.settle();
    assertThat(agent.level()).isEqualTo(500);
    world.node(1).fallSilent(false);
    agent.settle();
    assertThat(agent.told("assurance")).isEqualTo("PROVEN");
    assertThat(agent.level()).isEqualTo(10_000);
  }

  @Test
  void aReturnStopsWhereItIsWhileTheProofIsMissing() {
    world.anchorLift(pause);
    world.pass(20);
    agent.cycle();
    int level = agent.level();
    assertThat(level).isBetween(501, 9999);
    world.node(0).fallSilent(true);
    world.node(1).fallSilent(true);
    agent.settle();
    assertThat(agent.told("assurance")).isEqualTo("CHAINED");
    assertThat(agent.level()).isEqualTo(level);
  }

  @Test
  void aLyingMinorityCannotStandInForTheMissingMajority() {
    world.anchorLift(pause);
    world.pass(1);
    world.node(0).lieAboutHead(World.NOWHERE);
    world.node(1).fallSilent(true);
    assurance("CHAINED");
    assertThat(agent.level()).isEqualTo(500);
  }

  @Test
  void twoThatReportAnotherHeadRefuseTheToken() {
    world.node(0).lieAboutHead(World.NOWHERE);
    world.node(1).lieAboutHead(World.NOWHERE);
    agent.cycle();
    agent.cycle();
    assertThat(agent.told("rule")).isEqualTo("head-disagrees");
  }

  @Test
  void aSingleLookThatDisagreesIsNotAnnouncedButRaisesNothingEither() {
    world.anchorLift(pause);
    world.pass(1);
    agent.cycle();
    int level = agent.level();
    world.service().lie(truth -> truth);
    world.node(0).lieAboutHead(World.NOWHERE);
    world.node(1).lieAboutHead(World.NOWHERE);
    world.clock().pass(2);
    agent.cycle();
    assertThat(agent.told("verdict")).isEqualTo("accepted");
    assertThat(agent.level()).isEqualTo(level);
  }

  @Test
  void aSourceThatIsBehindOnlyWithholdsTheProof() {
    long before = world.clock().seconds();
    world.anchorLift(pause);
    world.pass(1);
    world.node(0).finalise(before - 1);
    world.node(1).finalise(before - 1);
    assurance("CHAINED");
    assertThat(agent.lines().getLast()).contains("is still at sequence 2");
    assertThat(agent.level()).isEqualTo(500);
  }

  @Test
  void headsAreStaleOneSecondAfterTheHour() {
    long last = world.clock().seconds();
    world.clock().pass(3600);
    assurance("PROVEN");
    assertThat(agent.state().times().provenAt()).isEqualTo(last);
    world.clock().pass(1);
    assurance("CHAINED");
    assertThat(agent.told("rule")).isEqualTo("head-stale");
  }

  @Test
  void aFinalBlockIsAtMostAMinuteAheadOfTheClock() {
    long now = world.clock().seconds();
    finaliseAt(now + 60);
    assurance("PROVEN");
    assertThat(agent.state().times().provenAt()).isEqualTo(now + 60);
    finaliseAt(now + 61);
    assurance("CHAINED");
    assertThat(agent.told("rule")).isEqualTo("head-stale");
  }

  private void finaliseAt(long time) {
    for (int i = 0; i < 3; i++) {
      world.node(i).finalise(time);
    }
  }

  @Test
  void sourcesThatClaimAnHourAheadEndNoPause() {
    finaliseAt(pause.anchoredAt() + 3600 + 20);
    for (int i = 0; i < 60; i++) {
      world.clock().pass(1);
      agent.cycle();
    }
    assertThat(agent.level()).isEqualTo(500);
    assertThat(agent.target()).isEqualTo(500);
  }

  @Test
  void halfOfTheSourcesProveNothing() {
    world.close();
    world = World.live(folder, 4);
    agent = TestAgent.enrolled(world, SiteRecords.TRAINING);
    agent.cycle();
    assertThat(agent.told("assurance")).isEqualTo("PROVEN");
    world.node(0).fallSilent(true);
    assurance("PROVEN");
    world.node(1).fallSilent(true);
    assurance("CHAINED");
    assertThat(agent.told("rule")).isEqualTo("head-not-proven");
  }

  @Test
  void theProvenTimeIsTheSmallestOfThoseThatAgreeAndNeverFalls() {
    long now = world.clock().seconds();
    world.clock().pass(30);
    world.node(0).finalise(now + 10);
    world.node(1).finalise(now + 20);
    world.node(2).finalise(now + 30);
    agent.cycle();
    assertThat(agent.state().times().provenAt()).isEqualTo(now + 10);
    world.node(0).finalise(now + 5);
    agent.cycle();
    assertThat(agent.told("assurance")).isEqualTo("PROVEN");
    assertThat(agent.state().times().provenAt()).isEqualTo(now + 10);
  }
}
