package org.softpause.agent.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.agent.state.UnprovenEntry;
import org.softpause.agent.world.SiteRecords;
import org.softpause.agent.world.TestAgent;
import org.softpause.agent.world.World;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.token.PendingCertificate;

/**
 * Entries that are seen and not proven lower the ceiling, never raise it, and leave the overlay
 * when they are refuted.
 */
class OverlayTest {
  @TempDir Path folder;
  private World world;
  private TestAgent agent;

  @BeforeEach
  void begin() {
    world = World.live(folder);
    agent = TestAgent.enrolled(world, SiteRecords.TRAINING);
    agent.cycle();
  }

  @AfterEach
  void end() {
    world.close();
  }

  private LogEntry shown() {
    long now = world.clock().seconds();
    return world.registry().next(world.registry().pause(0, now, now + 20_000, now - 1), now);
  }

  private void show(LogEntry entry, OptionalLong claimed) {
    world.service().show(new PendingCertificate(entry.certificate(), claimed));
  }

  private UnprovenEntry unproven() {
    return agent.state().overlay().entries().getFirst();
  }

  @Test
  void aPendingPauseLowersFromItsFirstSight() {
    LogEntry entry = shown();
    world.pass(100);
    show(entry, OptionalLong.of(entry.anchoredAt()));
    agent.cycle();
    assertThat(unproven().actsFrom()).isEqualTo(entry.anchoredAt() + 100);
    agent.settle();
    assertThat(agent.level()).isEqualTo(500);
    assertThat(agent.told("why")).contains("[CERTIFIED, not proven: it only lowers]");
    assertThat(agent.state().log().length()).isEqualTo(1);
  }

  @Test
  void showingItAgainWithAnotherTimeOnlyLowers() {
    LogEntry entry = shown();
    show(entry, OptionalLong.empty());
    agent.cycle();
    long first = unproven().actsFrom();
    show(entry, OptionalLong.of(entry.anchoredAt() + 1000));
    agent.cycle();
    assertThat(unproven().actsFrom()).isEqualTo(first);
    agent.settle();
    assertThat(agent.level()).isEqualTo(500);
  }

  @Test
  void itGoesAnHourAfterItsTimeIfTheProvenLogLacksIt() {
    show(shown(), OptionalLong.empty());
    agent.cycle();
    long seen = unproven().firstSeen();
    agent.settle();
    world.service().beHonest();
    world.pass(seen + 3600 - world.clock().seconds());
    agent.cycle();
    assertThat(agent.state().overlay().entries()).hasSize(1);
    assertThat(agent.level()).isEqualTo(500);
    world.pass(1);
    agent.cycle();
    assertThat(agent.state().overlay().entries()).isEmpty();
    agent.settle();
    assertThat(agent.level()).isEqualTo(10_000);
  }

  @Test
  void withoutAProofItStays() {
    show(shown(), OptionalLong.empty());
    agent.cycle();
    agent.settle();
    world.service().beHonest();
    world.node(0).fallSilent(true);
    world.pass(5000);
    agent.cycle();
    assertThat(agent.state().overlay().entries()).hasSize(1);
    assertThat(agent.level()).isEqualTo(500);
  }

  @Test
  void itGoesIntoTheLogOnceThatIsProven() {
    LogEntry entry = world.anchorPause();
    show(entry, OptionalLong.of(entry.anchoredAt()));
    world.service().finalise(entry.anchoredAt() - 1);
    world.node(0).finalise(entry.anchoredAt() - 1);
    agent.cycle();
    assertThat(agent.state().overlay().entries()).hasSize(1);
    world.finalise();
    agent.cycle();
    assertThat(agent.state().overlay().entries()).isEmpty();
    assertThat(agent.state().log().length()).isEqualTo(2);
  }

  @Test
  void aLogThatIsOnlyChainedLowersAndItsLiftDoesNotRaise() {
    world.node(0).fallSilent(true);
    LogEntry pause = world.anchorPause();
    world.service().finalise(world.clock().seconds());
    agent.cycle();
    assertThat(agent.told("assurance")).isEqualTo("CHAINED");
    agent.settle();
    assertThat(agent.level()).isEqualTo(500);
    assertThat(agent.told("why")).contains("[CHAINED, not proven: it only lowers]");
    world.anchorLift(pause);
    agent.settle();
    assertThat(agent.level()).isEqualTo(500);
    world.node(0).fallSilent(false);
    agent.settle();
    assertThat(agent.level()).isEqualTo(10_000);
  }

  @Test
  void aPendingDrillLowersNothing() {
    long now = world.clock().seconds();
    world
        .service()
        .show(
            new PendingCertificate(
                world.registry().certify(world.registry().drill(now)), OptionalLong.empty()));
    agent.settle();
    assertThat(agent.level()).isEqualTo(10_000);
  }

  @Test
  void itSurvivesARestart() {
    show(shown(), OptionalLong.empty());
    agent.cycle();
    List<UnprovenEntry> before = agent.state().overlay().entries();
    world.service().beHonest();
    agent.restart();
    agent.cycle();
    assertThat(agent.state().overlay().entries()).isEqualTo(before);
    agent.settle();
    assertThat(agent.level()).isEqualTo(500);
  }
}
