package org.softpause.agent.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.agent.world.SimulatedRegistry;
import org.softpause.agent.world.SiteRecords;
import org.softpause.agent.world.TestAgent;
import org.softpause.agent.world.World;
import org.softpause.protocol.ceiling.CeilingCalculator;
import org.softpause.protocol.registry.Genesis;
import org.softpause.protocol.registry.Lapse;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.token.PendingCertificate;

/**
 * The agent lowers the site by itself once the operating licence runs out, and no message can keep
 * it from doing so.
 */
class LicenceTest {
  private static final long WEEK = 604_800;
  private static final long RUNS_OUT = SimulatedRegistry.DEPLOYED_AT + WEEK;
  private static final int LAPSED = 3_000;

  @TempDir Path folder;
  private World world;
  private TestAgent agent;
  private long down;
  private long offset;

  @BeforeEach
  void begin() {
    world = World.licensed(folder);
    agent = TestAgent.enrolled(world, SiteRecords.TRAINING);
    agent.cycle();
    Genesis genesis = world.registry().deployment().genesis();
    Lapse lapse = Lapse.of(genesis.head0(), genesis.parameters(), RUNS_OUT, RUNS_OUT + 1);
    down = new CeilingCalculator(genesis.parameters(), SiteRecords.TRAINING).start(lapse);
    offset = down - RUNS_OUT - 1_800;
    assertThat(offset).isBetween(0L, 60L);
  }

  @AfterEach
  void end() {
    world.close();
  }

  /** Lets time pass until then, final everywhere, and runs a cycle. */
  private int targetAt(long time) {
    world.pass(time - world.clock().seconds());
    agent.cycle();
    return agent.target();
  }

  /** Lets only the agent's clock go on until then, and runs a cycle without evidence. */
  private int targetAloneAt(long time) {
    world.clock().pass(time - world.clock().seconds());
    agent.cycleWithoutNews();
    return agent.target();
  }

  private void beAlone() {
    world.service().goAway(true);
    world.node(0).fallSilent(true);
  }

  private void beBack() {
    world.service().goAway(false);
    world.node(0).fallSilent(false);
  }

  private void settleAlone() {
    for (int i = 0; i < 8; i++) {
      world.clock().pass(2);
      agent.cycleWithoutNews();
    }
  }

  @Test
  void aLicenceThatRunsOutTakesTheSiteDownItsRampAndARenewalBringsItBack() {
    assertThat(targetAt(RUNS_OUT)).as("the licence has run out, the lead begins").isEqualTo(10_000);
    assertThat(targetAt(down)).isEqualTo(10_000);
    assertThat(targetAt(down + 1)).as("10000 - floor(7000 / 600)").isEqualTo(9_989);
    assertThat(targetAt(down + 300)).isEqualTo(6_500);
    assertThat(targetAt(down + 600)).isEqualTo(LAPSED);
    assertThat(targetAt(down + 500_000)).isEqualTo(LAPSED);
    agent.settle();
    assertThat(agent.level()).isEqualTo(LAPSED);
    assertThat(agent.told("why")).contains("the operating licence ran out");
    long renewed = world.clock().seconds();
    world.anchorRenewal(renewed + WEEK);
    assertThat(targetAt(renewed + offset)).isEqualTo(LAPSED);
    assertThat(targetAt(renewed + offset + 300)).isEqualTo(6_500);
    assertThat(agent.told("why")).contains("and was renewed");
    assertThat(targetAt(renewed + offset + 600)).isEqualTo(10_000);
    agent.settle();
    assertThat(agent.level()).isEqualTo(10_000);
  }

  @Test
  void aRenewalInTimeKeepsTheSiteAtWorkForAWeekMore() {
    world.pass(RUNS_OUT - world.clock().seconds());
    world.anchorRenewal(RUNS_OUT + 1_000);
    assertThat(targetAt(down + 600)).as("anchored in the very last second").isEqualTo(10_000);
    assertThat(targetAt(RUNS_OUT + 1_000 + 1_800)).isEqualTo(10_000);
    assertThat(targetAt(RUNS_OUT + 1_000 + 1_800 + 60 + 600)).isEqualTo(LAPSED);
  }

  @Test
  void aRenewalASecondTooLateIsALapseThatNobodyFeels() {
    world.pass(RUNS_OUT + 1 - world.clock().seconds());
    world.anchorRenewal(RUNS_OUT + WEEK);
    assertThat(targetAt(down + 600)).isEqualTo(10_000);
  }

  @Test
  void aRenewalOnTheWayDownTurnsTheSiteRoundWhereItIs() {
    targetAt(down + 300);
    long renewed = world.clock().seconds();
    world.anchorRenewal(renewed + WEEK);
    assertThat(targetAt(renewed + offset)).isEqualTo(6_500);
    assertThat(targetAt(renewed + offset + 300)).isEqualTo(10_000);
  }

  @Test
  void theSiteGoesDownAloneToo() {
    targetAt(RUNS_OUT - 100);
    beAlone();
    assertThat(targetAloneAt(down)).isEqualTo(10_000);
    assertThat(targetAloneAt(down + 300)).isEqualTo(6_500);
    agent.restart();
    assertThat(targetAloneAt(down + 600)).isEqualTo(LAPSED);
    settleAlone();
    assertThat(agent.level()).isEqualTo(LAPSED);
    assertThat(agent.told("verdict")).isEqualTo("absent");
  }

  @Test
  void whatIsRenewedUnheardOfBringsItBackOnceItIsProven() {
    targetAt(RUNS_OUT - 100);
    beAlone();
    targetAloneAt(down + 600);
    settleAlone();
    world.anchorRenewal(world.clock().seconds() + WEEK);
    assertThat(targetAloneAt(world.clock().seconds() + 2_000)).isEqualTo(LAPSED);
    beBack();
    world.finalise();
    agent.settle();
    assertThat(agent.told("assurance")).isEqualTo("PROVEN");
    assertThat(agent.level()).isEqualTo(10_000);
  }

  @Test
  void aRenewalThatIsSignedAndNotAnchoredRaisesNothing() {
    targetAt(down + 600);
    agent.settle();
    long now = world.clock().seconds();
    LogEntry shown = world.registry().next(world.registry().renew(now + WEEK, now), now);
    world.service().show(new PendingCertificate(shown.certificate(), OptionalLong.of(now)));
    assertThat(targetAt(now + 2_000)).isEqualTo(LAPSED);
  }

  @Test
  void aRenewalThatTheServiceShowsAndNoNodeProvesRaisesNothing() {
    targetAt(down + 600);
    agent.settle();
    world.clock().pass(1);
    world.anchorRenewal(world.clock().seconds() + WEEK);
    world.clock().pass(2_000);
    world.service().finalise(world.clock().seconds());
    agent.cycle();
    assertThat(agent.told("assurance")).isEqualTo("CHAINED");
    assertThat(agent.target()).isEqualTo(LAPSED);
  }

  @Test
  void noClockRaisesIt() {
    targetAt(down + 600);
    agent.settle();
    for (long time :
        new long[] {RUNS_OUT - 1, RUNS_OUT + 64_000_000, SimulatedRegistry.DEPLOYED_AT}) {
      world.clock().set(time);
      agent.cycle();
      world.clock().pass(2);
      agent.cycle();
      assertThat(agent.target()).as("a clock set to %d", time).isEqualTo(LAPSED);
      assertThat(agent.level()).as("a clock set to %d", time).isEqualTo(LAPSED);
    }
  }

  @Test
  void aSmallClusterNeedsNoLicence() {
    TestAgent campus = TestAgent.enrolled(world, SiteRecords.UNIVERSITY);
    world.pass(down + 600 - world.clock().seconds());
    campus.cycle();
    assertThat(campus.target()).isEqualTo(10_000);
    assertThat(campus.level()).isEqualTo(10_000);
  }
}
