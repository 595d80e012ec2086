package org.softpause.agent.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  /** A pause of these seconds whose anchoring the service claims for a second after the proof. */
  private LogEntry claim(long seconds) {
    world.clock().pass(1);
    LogEntry entry = entry(seconds);
    claimAt(entry, entry.anchoredAt());
    return entry;
  }

  private LogEntry claim() {
    return claim(20_000);
  }

  private LogEntry entry(long seconds) {
    long now = world.clock().seconds();
    return world.registry().next(world.registry().pause(0, now, now + seconds, now - 1), now);
  }

  private void claimAt(LogEntry entry, long time) {
    world.service().show(new PendingCertificate(entry.certificate(), OptionalLong.of(time)));
  }

  private void announce(LogEntry entry) {
    world.service().show(new PendingCertificate(entry.certificate(), OptionalLong.empty()));
  }

  private List<UnprovenEntry> overlay() {
    return agent.state().overlay().entries();
  }

  private long proven() {
    return agent.state().times().provenAt();
  }

  @Test
  void aClaimedPauseLowersFromItsFirstSight() {
    LogEntry entry = claim();
    world.clock().pass(100);
    agent.cycle();
    assertThat(overlay().getFirst().actsFrom()).isEqualTo(entry.anchoredAt() + 100);
    agent.settle();
    assertThat(agent.level()).isEqualTo(500);
    assertThat(agent.told("why")).contains("[CERTIFIED, not proven: it only lowers]");
    assertThat(agent.state().log().length()).isEqualTo(1);
  }

  @Test
  void whatIsOnlyCertifiedWarnsAndMovesNoCapacity() {
    announce(entry(20_000));
    agent.cycle();
    agent.settle();
    assertThat(overlay()).isEmpty();
    assertThat(agent.level()).isEqualTo(10_000);
    assertThat(agent.target()).isEqualTo(10_000);
    assertThat(agent.lines())
        .filteredOn(line -> line.contains(" WARN  prepare: pause to 5.00 % 0x"))
        .hasSize(1);
  }

  @Test
  void whatCanNoLongerBeAnchoredNeverLowers() {
    LogEntry dead = entry(300_000);
    world.pass(99 * 86_400L);
    announce(dead);
    agent.cycle();
    agent.settle();
    assertThat(agent.told("verdict")).isEqualTo("accepted");
    assertThat(agent.told("rule")).isEqualTo("anchor-by-passed");
    assertThat(agent.level()).isEqualTo(10_000);
    claimAt(dead, dead.certificate().decision().anchorBy());
    agent.settle();
    assertThat(agent.told("rule")).isEqualTo("claim-refuted");
    assertThat(agent.level()).isEqualTo(10_000);
  }

  @ParameterizedTest
  @CsvSource({"-1, announced", "0, announced", "60, announced", "61, dead"})
  void aCertificateIsDeadAMinuteAfterItsLastSecond(long seconds, String expected) {
    LogEntry entry = entry(300_000);
    world.pass(entry.certificate().decision().anchorBy() + seconds - world.clock().seconds());
    announce(entry);
    agent.cycle();
    assertThat(agent.told("rule")).isEqualTo(expected.equals("dead") ? "anchor-by-passed" : "");
    assertThat(overlay()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-1, claim-refuted", "0, claim-refuted", "1, ''", "2, ''"})
  void aClaimNotAfterTheProvenTimeIsALie(long afterProof, String rule) {
    world.pass(100);
    agent.cycle();
    world.clock().pass(10);
    LogEntry entry =
        world
            .registry()
            .next(
                world.registry().pause(0, proven() + 50, proven() + 20_000, proven() - 50),
                world.clock().seconds());
    claimAt(entry, proven() + afterProof);
    agent.cycle();
    assertThat(agent.told("rule")).isEqualTo(rule);
    assertThat(overlay()).hasSize(rule.isEmpty() ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({"59, ''", "60, ''", "61, claim-from-future", "3600, claim-from-future"})
  void aClaimMoreThanAMinuteAheadOfTheClockLowersNothing(long ahead, String rule) {
    LogEntry entry = entry(20_000);
    claimAt(entry, world.clock().seconds() + ahead);
    agent.cycle();
    assertThat(agent.told("rule")).isEqualTo(rule);
    assertThat(overlay()).hasSize(rule.isEmpty() ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({"-1, proposed-in-future", "0, ''", "86400, ''", "86401, anchor-by-passed"})
  void aClaimOutsideTheDecisionsValidityIsRefused(long afterProposal, String rule) {
    world.clock().pass(100);
    long proposedAt = world.clock().seconds();
    LogEntry entry =
        world
            .registry()
            .next(
                world.registry().pause(0, proposedAt, proposedAt + 200_000, proposedAt),
                proposedAt);
    world.clock().pass(afterProposal < 0 ? 0 : afterProposal);
    claimAt(entry, proposedAt + afterProposal);
    agent.cycle();
    assertThat(agent.told("rule"))
        .isEqualTo(afterProposal > 3600 && rule.isEmpty() ? "head-stale" : rule);
    assertThat(overlay()).hasSize(rule.isEmpty() ? 1 : 0);
  }

  @Test
  void showingAClaimAgainWithAnotherTimeChangesNothing() {
    LogEntry entry = claim();
    agent.cycle();
    List<UnprovenEntry> first = overlay();
    world.clock().pass(1000);
    claimAt(entry, entry.anchoredAt() + 1000);
    agent.cycle();
    assertThat(overlay()).isEqualTo(first);
    agent.settle();
    assertThat(agent.level()).isEqualTo(500);
  }

  @Test
  void itGoesAnHourAfterItsTimeIfTheProvenLogLacksIt() {
    LogEntry entry = claim();
    agent.cycle();
    agent.settle();
    world.pass(entry.anchoredAt() + 3599 - world.clock().seconds());
    agent.cycle();
    assertThat(overlay()).hasSize(1);
    assertThat(agent.level()).isEqualTo(500);
    world.pass(1);
    agent.cycle();
    assertThat(overlay()).isEmpty();
    agent.settle();
    assertThat(agent.level()).isEqualTo(10_000);
  }

  @Test
  void aRefutedClaimIsNeverDatedAnewAsLongAsItCanBeAnchored() {
    LogEntry entry = claim(300_000);
    long anchorBy = entry.certificate().decision().anchorBy();
    agent.cycle();
    agent.settle();
    assertThat(agent.level()).isEqualTo(500);
    world.pass(3600);
    agent.cycle();
    agent.settle();
    assertThat(agent.level()).isEqualTo(10_000);
    while (world.clock().seconds() + 3600 < anchorBy) {
      world.pass(3540);
      world.clock().pass(60);
      claimAt(entry, world.clock().seconds());
      agent.cycle();
      agent.restart();
      agent.cycle();
      assertThat(overlay()).isEmpty();
      assertThat(agent.target()).isEqualTo(10_000);
    }
    assertThat(agent.state().overlay().refuted()).hasSize(1);
    world.service().beHonest();
    world.pass(anchorBy - world.clock().seconds());
    agent.cycle();
    assertThat(agent.state().overlay().refuted()).hasSize(1);
    world.pass(1);
    agent.cycle();
    assertThat(agent.state().overlay().refuted()).isEmpty();
  }

  @Test
  void aRefutedClaimThatIsAnchoredAfterAllIsCarriedOutOnceProven() {
    LogEntry entry = claim(300_000);
    agent.cycle();
    world.pass(3700);
    agent.cycle();
    assertThat(overlay()).isEmpty();
    world.service().beHonest();
    world.registry().anchor(entry.certificate().decision(), world.clock().seconds());
    world.finalise();
    agent.cycle();
    agent.settle();
    assertThat(agent.level()).isEqualTo(500);
    assertThat(agent.state().overlay().refuted()).isEmpty();
  }

  @Test
  void withoutAProofItStays() {
    claim();
    agent.cycle();
    agent.settle();
    world.service().beHonest();
    world.node(0).fallSilent(true);
    world.pass(5000);
    agent.cycle();
    assertThat(overlay()).hasSize(1);
    assertThat(agent.level()).isEqualTo(500);
  }

  @Test
  void itGoesIntoTheLogOnceThatIsProven() {
    world.clock().pass(1);
    LogEntry entry = world.anchorPause();
    claimAt(entry, entry.anchoredAt());
    agent.cycle();
    assertThat(overlay()).hasSize(1);
    world.finalise();
    agent.cycle();
    assertThat(overlay()).isEmpty();
    assertThat(agent.state().log().length()).isEqualTo(2);
  }

  @Test
  void aLogThatIsOnlyChainedLowersAndItsLiftDoesNotRaise() {
    world.node(0).fallSilent(true);
    world.clock().pass(1);
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
  void aClaimedDrillLowersNothing() {
    world.clock().pass(1);
    long now = world.clock().seconds();
    claimAt(world.registry().next(world.registry().drill(now), now), now);
    agent.settle();
    assertThat(agent.level()).isEqualTo(10_000);
  }

  @Test
  void itSurvivesARestart() {
    claim();
    agent.cycle();
    List<UnprovenEntry> before = overlay();
    assertThat(before).hasSize(1);
    world.service().beHonest();
    agent.restart();
    agent.cycle();
    assertThat(overlay()).isEqualTo(before);
    agent.settle();
    assertThat(agent.level()).isEqualTo(500);
  }

  @Test
  void capacityNeverRisesFasterThanTheShortestRampWhateverMadeTheReductionVanish() {
    world.close();
    world = World.withShortestRamp(folder, 600);
    agent = TestAgent.enrolled(world, SiteRecords.TRAINING);
    agent.cycle();
    world.clock().pass(1);
    long now = world.clock().seconds();
    LogEntry entry =
        world.registry().next(world.registry().pause(0, now, now + 20_000, now - 1, 600), now);
    claimAt(entry, now);
    agent.cycle();
    world.pass(1000);
    for (int i = 0; i < 10; i++) {
      world.pass(2);
      agent.cycle();
    }
    assertThat(agent.level()).isEqualTo(500);
    world.pass(now + 3600 - world.clock().seconds());
    agent.cycle();
    int started = agent.level();
    agent.live(60);
    assertThat(agent.level()).isBetween(started + 900, started + 10_000 * 60 / 600);
  }
}
