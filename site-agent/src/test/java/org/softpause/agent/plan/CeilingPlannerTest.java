package org.softpause.agent.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.agent.world.ShownTokens.LOG;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.state.Overlay;
import org.softpause.agent.state.ProofTimes;
import org.softpause.agent.state.UnprovenEntry;
import org.softpause.agent.state.VerifiedLog;
import org.softpause.agent.world.ShownTokens;
import org.softpause.agent.world.SiteRecords;
import org.softpause.agent.world.World;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.site.SiteRecord;
import org.softpause.protocol.token.Assurance;

/**
 * What is planned and said around a pause that starts 5 s after {@link World#BEGINNING}, takes 10 s
 * down, ends an hour after it and takes 10 s up again. Times are seconds after the beginning.
 */
class CeilingPlannerTest {
  private static final long BEGINNING = World.BEGINNING;
  private static final LogEntry PAUSE = LOG.entries().getLast();
  private static final String NAMED = "(STANDING slot 0: training in 250, 276)";

  private static AgentState state(VerifiedLog log, SiteRecord site, long proven) {
    AgentState state = ShownTokens.state(1, BEGINNING + proven);
    return new AgentState(
        ShownTokens.enrolment(site), log, state.times(), Overlay.EMPTY, state.enforced());
  }

  private static CeilingPlan plan(AgentState state, long clock) {
    return new CeilingPlanner(Duration.ofHours(1)).plan(state, BEGINNING + clock);
  }

  private static CeilingPlan plan(VerifiedLog log, long proven, long clock) {
    return plan(state(log, SiteRecords.TRAINING, proven), clock);
  }

  private static String time(long seconds) {
    return OperatorFormat.time(BEGINNING + seconds);
  }

  private static VerifiedLog lifted(long at) {
    return LOG.with(
        List.of(ShownTokens.next(ShownTokens.lift(BEGINNING + at - 1), BEGINNING + at)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 5, 10000, WAITS",
    "0, 6, 9050, LOWERS",
    "0, 14, 1450, LOWERS",
    "0, 15, 500, HOLDS",
    "0, 3600, 500, HOLDS",
    "0, 9999, 500, HOLDS",
    "3600, 3600, 500, HOLDS",
    "3601, 3601, 1450, RETURNS",
    "3601, 9999, 1450, RETURNS",
    "3609, 3609, 9050, RETURNS"
  })
  void thePauseGoesThroughItsCourseAndTheClockAloneEndsNothing(
      long proven, long clock, int bps, String course) {
    CeilingPlan plan = plan(LOG, proven, clock);
    assertThat(plan.targetBps()).isEqualTo(bps);
    assertThat(plan.cause()).isEqualTo(course + " " + PAUSE.certificate().id());
    assertThat(plan.peakPflops()).isEqualTo(20_000);
  }

  @Test
  void aPauseThatIsOverIsNoLongerACause() {
    CeilingPlan plan = plan(LOG, 3610, 3610);
    assertThat(plan)
        .isEqualTo(
            new CeilingPlan(
                10_000,
                20_000,
                "no-pause",
                "no pause is in force after 2 decisions, drills not counted"));
  }

  @Test
  void aDrillIsNoCause() {
    assertThat(plan(LOG.upTo(1), -80, -80).why())
        .isEqualTo("no pause is in force after 1 decisions, drills not counted");
  }

  @Test
  void eachPartOfTheCourseIsToldWithItsTimes() {
    assertThat(plan(LOG, 0, 5).why())
        .endsWith(NAMED + " will lower this site to 5.00 % from " + time(5));
    assertThat(plan(LOG, 0, 6).why())
        .endsWith(NAMED + " lowers this site to 5.00 % by " + time(15));
    assertThat(plan(LOG, 0, 3600).why())
        .startsWith("pause 0x")
        .endsWith(NAMED + " holds this site at 5.00 % until " + time(3600));
    assertThat(plan(LOG, 7, 3601).why())
        .endsWith(
            "until %s, because the clock is past that time but no proven block is (proven until %s)"
                .formatted(time(3600), time(7)));
    assertThat(plan(LOG, 3601, 3601).why())
        .endsWith(
            NAMED
                + " was over at %s: the site returns to 100.00 %% by %s"
                    .formatted(time(3600), time(3610)));
  }

  @ParameterizedTest
  @CsvSource({"9, 9, 6200, HOLDS", "9, 50, 6200, HOLDS", "10, 10, 7150, RETURNS"})
  void aLiftEndsThePauseOnlyOnceItIsProven(long proven, long clock, int bps, String course) {
    CeilingPlan plan = plan(lifted(9), proven, clock);
    assertThat(plan.targetBps()).isEqualTo(bps);
    assertThat(plan.cause()).startsWith(course);
  }

  @Test
  void aLiftIsToldWithItsTime() {
    assertThat(plan(lifted(9), 10, 10).why())
        .endsWith(
            NAMED
                + " was lifted at %s: the site returns to 100.00 %% by %s"
                    .formatted(time(9), time(19)));
  }

  @Test
  void aPauseLiftedBeforeItsStartLowersNothingAndSaysSo() {
    CeilingPlan plan = plan(lifted(4), 6, 6);
    assertThat(plan.targetBps()).isEqualTo(10_000);
    assertThat(plan.why()).endsWith(NAMED + " no longer lowers this site");
  }

  @Test
  void aPauseThatIsNotProvenLowersAndIsToldSo() {
    AgentState state =
        state(LOG.upTo(1), SiteRecords.TRAINING, -1)
            .withOverlay(
                Overlay.EMPTY.with(
                    List.of(
                        new UnprovenEntry(
                            PAUSE.certificate(), Assurance.CHAINED, BEGINNING, BEGINNING))));
    assertThat(plan(state, 6).targetBps()).isEqualTo(9050);
    assertThat(plan(state, 6).why()).contains(NAMED + " [CHAINED, not proven: it only lowers] ");
    assertThat(plan(state, 5).why())
        .contains(NAMED + " [CHAINED, not proven: it only lowers] will lower");
  }

  @Test
  void anotherEntryOfTheOverlayCastsNoDoubtOnAProvenPause() {
    UnprovenEntry other =
        new UnprovenEntry(
            ShownTokens.certify(ShownTokens.pause(1, BEGINNING + 5000)),
            Assurance.CERTIFIED,
            BEGINNING + 5000,
            BEGINNING + 5000);
    AgentState state =
        state(LOG, SiteRecords.TRAINING, 0).withOverlay(Overlay.EMPTY.with(List.of(other)));
    assertThat(plan(state, 15).why()).doesNotContain("not proven");
  }

  @Test
  void ofTwoPausesThatDoNotLowerYetTheOneAnchoredLastIsToldOf() {
    VerifiedLog two =
        LOG.with(List.of(ShownTokens.next(ShownTokens.pause(1, BEGINNING + 1), BEGINNING + 2)));
    assertThat(plan(two, 2, 2).why()).contains("slot 1").endsWith("from " + time(7));
  }

  @Test
  void aSiteOutOfTheScopeStaysUpAndIsToldWhy() {
    CeilingPlan plan = plan(state(LOG, SiteRecords.INFERENCE, 0), 100);
    assertThat(plan.targetBps()).isEqualTo(10_000);
    assertThat(plan.why())
        .startsWith("pause 0x")
        .endsWith("does not reach this site: region 840 is not among 250, 276");
  }

  @Test
  void anExemptSiteStaysUpAndIsToldWhy() {
    assertThat(plan(state(LOG, SiteRecords.UNIVERSITY, 0), 100))
        .isEqualTo(
            new CeilingPlan(
                10_000,
                8,
                "exempt",
                "exempt: the cluster has 8 PFLOP/s, below 100, so no decision reaches it"));
  }

  @Test
  void aClockThatIsTurnedBackRaisesNothing() {
    AgentState state = state(LOG, SiteRecords.TRAINING, 0);
    AgentState seen = state.withTimes(new ProofTimes(BEGINNING, BEGINNING + 15, BEGINNING));
    assertThat(plan(seen, 6).targetBps()).isEqualTo(500);
    assertThat(plan(seen, 6).cause()).startsWith("HOLDS");
  }

  @ParameterizedTest
  @CsvSource({"3599, 10000", "3600, 10000", "3601, 9950", "3700, 5000", "9999, 5000"})
  void anOfflinePolicyLowersAlongItsRampAfterTheGrace(long clock, int bps) {
    CeilingPlan plan = plan(state(LOG.upTo(1), SiteRecords.CAUTIOUS, 0), clock);
    assertThat(plan.targetBps()).isEqualTo(bps);
    assertThat(plan.cause()).isEqualTo(bps < 10_000 ? "offline-policy" : "no-pause");
  }

  @Test
  void theOfflinePolicyIsToldWithTheLastProofAndTheGrace() {
    assertThat(plan(state(LOG.upTo(1), SiteRecords.CAUTIOUS, 0), 3601).why())
        .isEqualTo(
            "nothing was proven since %s, longer than the grace of 3600 s: the site record's offline policy lowers to 50.00 %%"
                .formatted(time(0)));
    assertThat(plan(state(LOG.upTo(1), SiteRecords.TRAINING, 0), 9999).cause())
        .isEqualTo("no-pause");
  }

  @Test
  void thePauseIsTheCauseWhereItIsLowerThanTheOfflinePolicy() {
    assertThat(plan(state(LOG, SiteRecords.CAUTIOUS, 0), 9999))
        .satisfies(plan -> assertThat(plan.targetBps()).isEqualTo(500))
        .satisfies(plan -> assertThat(plan.cause()).startsWith("HOLDS"));
  }
}
