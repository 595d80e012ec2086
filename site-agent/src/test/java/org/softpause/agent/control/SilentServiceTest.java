package org.softpause.agent.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.agent.world.SiteRecords;
import org.softpause.agent.world.TestAgent;
import org.softpause.agent.world.World;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.token.Attestation;
import org.softpause.protocol.token.PendingCertificate;

/** A service that is silent, late or lies stops no pause that the agent's own sources prove. */
class SilentServiceTest {
  @TempDir Path folder;
  private World world;
  private TestAgent agent;

  @BeforeEach
  void begin() {
    world = World.live(folder, 3);
    agent = TestAgent.enrolled(world, SiteRecords.TRAINING);
    agent.cycle();
  }

  @AfterEach
  void end() {
    world.close();
  }

  @Test
  void aPauseThatTheServiceHidesIsReadFromTheOwnSourcesAndCarriedOut() {
    Attestation frozen = world.service().truth();
    world.service().lie(truth -> frozen);
    LogEntry pause = world.anchorPause();
    agent.live(20);
    assertThat(agent.told("verdict")).isEqualTo("refused");
    assertThat(agent.level()).isEqualTo(500);
    assertThat(agent.state().log().length()).isEqualTo(2);
    assertThat(agent.state().times().provenAt()).isGreaterThanOrEqualTo(pause.anchoredAt());
  }

  @Test
  void aServiceThatIsAwayStopsNoPause() {
    world.service().goAway(true);
    world.anchorPause();
    agent.live(20);
    assertThat(agent.told("verdict")).isEqualTo("absent");
    assertThat(agent.level()).isEqualTo(500);
  }

  @Test
  void aSourceThatGivesOneBlockAtATimeIsEnough() {
    world.service().goAway(true);
    for (int i = 0; i < 3; i++) {
      world.node(i).limitLogs(1);
    }
    world.anchorPause();
    agent.live(20);
    assertThat(agent.level()).isEqualTo(500);
  }

  @Test
  void aHeadThatTheServiceLagsBehindDiscardsNothingThatVerifiesAndLowers() {
    for (int i = 0; i < 3; i++) {
      world.node(i).refuseLogs();
    }
    world.clock().pass(1);
    LogEntry pause = world.anchorPause();
    for (int i = 0; i < 3; i++) {
      world.node(i).finalise(pause.anchoredAt());
    }
    world
        .service()
        .show(new PendingCertificate(pause.certificate(), OptionalLong.of(pause.anchoredAt())));
    for (int i = 0; i < 20; i++) {
      world.clock().pass(1);
      agent.cycle();
    }
    assertThat(agent.told("rule")).isEqualTo("head-disagrees");
    assertThat(agent.state().overlay().entries()).hasSize(1);
    assertThat(agent.level()).isEqualTo(500);
  }

  @Test
  void aLogThatOnlyAMinorityReportsIsNotLearnt() {
    long before = world.clock().seconds();
    world.clock().pass(1);
    world.anchorPause();
    world.node(0).finalise(world.clock().seconds());
    world.service().goAway(true);
    for (int i = 0; i < 20; i++) {
      agent.cycle();
    }
    assertThat(agent.state().log().length()).isEqualTo(1);
    assertThat(agent.state().times().provenAt()).isEqualTo(before);
    assertThat(agent.level()).isEqualTo(10_000);
  }

  @Test
  void whatIsReadWithoutTheServiceRaisesNothing() {
    LogEntry pause = world.anchorPause();
    agent.live(1);
    agent.settle();
    assertThat(agent.level()).isEqualTo(500);
    world.service().goAway(true);
    world.anchorLift(pause);
    agent.live(20);
    assertThat(agent.state().log().length()).isEqualTo(3);
    assertThat(agent.level()).isEqualTo(500);
    assertThat(agent.target()).isEqualTo(500);
    world.service().goAway(false);
    agent.settle();
    assertThat(agent.level()).isEqualTo(10_000);
  }

  @Test
  void entriesThatNobodySignedAreNotPagedForEver() {
    Attestation truth = world.service().truth();
    world
        .service()
        .lie(
            honest ->
                new Attestation(
                    truth.domain(),
                    1_000_000_000L,
                    World.NOWHERE,
                    truth.block(),
                    1_000_000_000L,
                    List.of(),
                    List.of(),
                    truth.anchorProof()));
    world.service().floodPages();
    agent.cycle();
    assertThat(world.service().pagesAskedFor()).isEqualTo(1);
    world.anchorPause();
    agent.live(20);
    assertThat(agent.level()).as("the own sources are asked all the same").isEqualTo(500);
  }
}
