package org.softpause.agent.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.agent.world.ShownTokens.LICENSED;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.state.VerifiedLog;
import org.softpause.agent.world.ShownTokens;
import org.softpause.protocol.ceiling.CeilingCalculator;
import org.softpause.protocol.registry.Lapse;

/** What is planned and said after an operating licence ran out, and after its renewal. */
class LapsePlanTest {
  private static final long RUNS_OUT = LICENSED.registry().operatingUntil();

  private static CeilingPlan plan(VerifiedLog log, long proven, long clock) {
    AgentState state = ShownTokens.licensed(log, proven);
    return new CeilingPlanner(Duration.ofHours(1)).plan(state, clock);
  }

  private static CeilingCalculator calculator() {
    return new CeilingCalculator(
        LICENSED.registry().genesis().parameters(), ShownTokens.ENROLMENT.site());
  }

  private static Lapse lapse(VerifiedLog log) {
    return (Lapse)
        log.registry().reductions().stream()
            .filter(Lapse.class::isInstance)
            .findFirst()
            .orElseThrow();
  }

  @Test
  void aLapseLowersWithinItsRampUntilARenewalIsProven() {
    long start = calculator().start(lapse(LICENSED));
    CeilingPlan before = plan(LICENSED, RUNS_OUT - 10, start);
    assertThat(before.targetBps()).isEqualTo(10_000);
    assertThat(before.cause()).isEqualTo("no-pause");
    CeilingPlan lowered = plan(LICENSED, RUNS_OUT - 10, start + 600);
    assertThat(lowered.targetBps()).isEqualTo(3000);
    assertThat(lowered.cause()).isEqualTo("HOLDS " + lapse(LICENSED).id());
    assertThat(lowered.why())
        .isEqualTo(
            "the operating licence ran out at %s and no renewal is proven: this site is lowered to 30.00 %% by %s, until there is one"
                .formatted(OperatorFormat.time(RUNS_OUT), OperatorFormat.time(start + 600)));
  }

  @Test
  void aRenewalLetsTheSiteReturnAlongTheRampAndIsToldSo() {
    long renewedAt = RUNS_OUT + 10_000;
    VerifiedLog renewed =
        LICENSED.with(List.of(ShownTokens.nextLicensed(ShownTokens.renew(renewedAt), renewedAt)));
    long end = calculator().end(lapse(renewed));
    CeilingPlan plan = plan(renewed, end + 300, end + 300);
    assertThat(plan.targetBps()).isEqualTo(6500);
    assertThat(plan.cause()).isEqualTo("RETURNS " + lapse(renewed).id());
    assertThat(plan.why())
        .isEqualTo(
            "the operating licence ran out at %s and was renewed: the site returns to 100.00 %% by %s"
                .formatted(OperatorFormat.time(RUNS_OUT), OperatorFormat.time(end + 600)));
  }
}
