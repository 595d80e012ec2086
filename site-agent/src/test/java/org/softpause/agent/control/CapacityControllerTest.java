package org.softpause.agent.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.agent.actuator.Actuator;
import org.softpause.agent.actuator.CapacityOrder;
import org.softpause.agent.actuator.OrderOutcome;
import org.softpause.agent.plan.CeilingPlan;
import org.softpause.agent.plan.SlewLimit;
import org.softpause.agent.report.OperatorLog;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.state.EnforcedLevel;
import org.softpause.agent.state.StateStore;
import org.softpause.agent.world.RecordingActuator;
import org.softpause.agent.world.ShownTokens;
import org.softpause.protocol.site.SitePower;

/** One step after another towards a target, at 1000 basis points a second. */
class CapacityControllerTest {
  @TempDir Path folder;
  private final RecordingActuator actuator = new RecordingActuator();
  private AgentState state = ShownTokens.state(2, ShownTokens.NOW);
  private long nanos = 77;

  @BeforeEach
  void enrol() throws IOException {
    StateStore.open(folder).enrol(state);
  }

  private CapacityController controller(int level, long minRampSeconds) throws IOException {
    StateStore store = StateStore.open(folder);
    store.recover();
    return new CapacityController(
        level, new StateSaver(store, state, silent()), actuator, slew(minRampSeconds), () -> nanos);
  }

  private static SlewLimit slew(long minRampSeconds) {
    return new SlewLimit(1000, minRampSeconds, new SitePower(20_000, OptionalLong.empty()));
  }

  private void siteIsAt(int level) {
    actuator.apply(new CapacityOrder("", level, 1, 1, "", 0));
  }

  private CapacityStep step(CapacityController controller, int target, boolean mayRaise)
      throws InterruptedException {
    CapacityStep step =
        controller.step(state, new CeilingPlan(target, 20_000, "", "because"), target, mayRaise);
    state = step.state();
    return step;
  }

  private CapacityStep stepAfter(
      Duration wait, CapacityController controller, int target, boolean mayRaise)
      throws InterruptedException {
    nanos += wait.toNanos();
    return step(controller, target, mayRaise);
  }

  private EnforcedLevel stored() throws IOException {
    return ((StateStore.Ready) StateStore.open(folder).read()).state().enforced();
  }

  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void itBeginsAtTheLowerOfTheStoredLevelAndTheSite() throws Exception {
    siteIsAt(3000);
    assertThat(step(controller(10_000, 5), 10_000, false).level()).isEqualTo(3000);
    siteIsAt(8000);
    CapacityStep step = step(controller(4000, 5), 4000, false);
    assertThat(step.level()).isEqualTo(4000);
    assertThat(step.measured()).isEqualTo(4000);
  }

  @Test
  void theFirstOrderIsGivenAtOnceAndSaysEverything() throws Exception {
    CapacityOrder[] seen = new CapacityOrder[1];
    CapacityController controller =
        new CapacityController(
            6000,
            new StateSaver(StateStore.open(folder), state, silent()),
            new Actuator() {
              @Override
              public OrderOutcome apply(CapacityOrder order) {
                seen[0] = order;
                return new OrderOutcome.Enforced(5900);
              }

              @Override
              public OrderOutcome measure() {
                return new OrderOutcome.Enforced(6000);
              }

              @Override
              public String describe() {
                return "seeing";
              }
            },
            slew(5),
            () -> nanos);
    CapacityStep step = step(controller, 6000, false);
    assertThat(seen[0])
        .isEqualTo(
            new CapacityOrder(
                state.enrolment().siteId().toString(), 6000, 20_000, 12_000, "because", 2));
    assertThat(step.measured()).isEqualTo(5900);
    assertThat(step.outcome()).isEqualTo(new OrderOutcome.Enforced(5900));
  }

  private static OperatorLog silent() {
    return new OperatorLog(new PrintStream(OutputStream.nullOutputStream()), Clock.systemUTC());
  }

  @Test
  void itMovesByItsLimitDownAndUp() throws Exception {
    CapacityController controller = controller(10_000, 5);
    step(controller, 7500, false);
    assertThat(stepAfter(SECOND, controller, 7500, false).level()).isEqualTo(9000);
    assertThat(stepAfter(SECOND, controller, 7500, false).level()).isEqualTo(8000);
    assertThat(stepAfter(SECOND, controller, 7500, false).level()).isEqualTo(7500);
    assertThat(stepAfter(SECOND, controller, 9000, true).level()).isEqualTo(8500);
    assertThat(stepAfter(SECOND, controller, 9000, true).level()).isEqualTo(9000);
    assertThat(actuator.levels()).containsExactly(10_000, 9000, 8000, 7500, 8500, 9000);
  }

  @Test
  void timeAtTheTargetIsNoTimeToMakeUpFor() throws Exception {
    CapacityController controller = controller(10_000, 5);
    step(controller, 10_000, true);
    for (int i = 0; i < 5; i++) {
      stepAfter(SECOND, controller, 10_000, true);
    }
    assertThat(stepAfter(SECOND, controller, 500, true).level()).isEqualTo(9000);
  }

  @Test
  void aRiseSlowerThanABasisPointACycleStillComes() throws Exception {
    siteIsAt(500);
    CapacityController controller = controller(500, 86_400);
    step(controller, 10_000, true);
    for (int i = 0; i < 8; i++) {
      assertThat(stepAfter(SECOND, controller, 10_000, true).level()).isEqualTo(500);
    }
    assertThat(stepAfter(SECOND, controller, 10_000, true).level()).isEqualTo(501);
  }

  @Test
  void nothingRisesWithoutAProof() throws Exception {
    siteIsAt(500);
    CapacityController controller = controller(500, 5);
    step(controller, 500, false);
    assertThat(stepAfter(SECOND, controller, 10_000, false).level()).isEqualTo(500);
    assertThat(actuator.siteLevel()).isEqualTo(500);
  }

  @Test
  void nothingRisesWhileTheDiskRefusesWrites() throws Exception {
    siteIsAt(500);
    CapacityController controller = controller(500, 5);
    step(controller, 500, true);
    Path obstacle = Files.createDirectory(folder.resolve("state-a.new"));
    assertThat(stepAfter(SECOND, controller, 10_000, true).level()).isEqualTo(500);
    assertThat(actuator.siteLevel()).isEqualTo(500);
    Files.delete(obstacle);
    assertThat(stepAfter(SECOND, controller, 10_000, true).level()).isGreaterThan(500);
  }

  @Test
  void aCutGoesOnThoughOrdersFailAndARiseWaitsForItsTurn() throws Exception {
    CapacityController controller = controller(10_000, 5);
    step(controller, 10_000, true);
    actuator.fail(true);
    assertThat(stepAfter(SECOND, controller, 7000, true).level()).isEqualTo(9000);
    assertThat(stepAfter(SECOND, controller, 7000, true).level()).isEqualTo(8000);
    CapacityStep failed = stepAfter(SECOND, controller, 7000, true);
    assertThat(failed.level()).as("two failures make no cut wait").isEqualTo(7000);
    assertThat(failed.measured()).isEqualTo(10_000);
    assertThat(failed.outcome()).isEqualTo(new OrderOutcome.Failed("out of order"));
    int orders = actuator.levels().size();
    nanos += Duration.ofSeconds(4).toNanos() - 1;
    assertThat(step(controller, 9000, true).level()).isEqualTo(7000);
    assertThat(actuator.levels()).as("three failures make a rise wait").hasSize(orders);
    nanos++;
    assertThat(step(controller, 9000, true).level()).isEqualTo(7000);
    assertThat(actuator.levels()).hasSize(orders + 1);
  }

  @Test
  void aSuccessEndsTheWaitingThatFailuresHaveBroughtAbout() throws Exception {
    CapacityController controller = controller(10_000, 5);
    actuator.fail(true);
    step(controller, 10_000, true);
    stepAfter(SECOND, controller, 10_000, true);
    actuator.fail(false);
    stepAfter(SECOND.multipliedBy(2), controller, 10_000, true);
    actuator.fail(true);
    stepAfter(SECOND.multipliedBy(10), controller, 10_000, true);
    stepAfter(SECOND, controller, 10_000, true);
    assertThat(actuator.levels()).hasSize(5);
  }

  @Test
  void anOrderIsRepeatedTenSecondsAfterTheLastAndNotBefore() throws Exception {
    CapacityController controller = controller(10_000, 5);
    step(controller, 10_000, true);
    nanos += Duration.ofSeconds(10).toNanos() - 1;
    step(controller, 10_000, true);
    assertThat(actuator.levels()).hasSize(1);
    nanos++;
    step(controller, 10_000, true);
    assertThat(actuator.levels()).hasSize(2);
  }

  @Test
  void aFailedOrderIsRepeatedSooner() throws Exception {
    CapacityController controller = controller(10_000, 5);
    actuator.fail(true);
    step(controller, 10_000, true);
    nanos += SECOND.toNanos() - 1;
    step(controller, 10_000, true);
    assertThat(actuator.levels()).hasSize(1);
    nanos++;
    step(controller, 10_000, true);
    assertThat(actuator.levels()).hasSize(2);
  }

  @Test
  void aSiteThatCannotBeMeasuredGetsNoOrderThatCouldRaiseIt() throws Exception {
    actuator.breakMeter();
    CapacityController controller = controller(4000, 5);
    CapacityStep step = step(controller, 4000, false);
    assertThat(actuator.levels()).isEmpty();
    assertThat(step.level()).isEqualTo(4000);
    assertThat(step.measured()).isEqualTo(4000);
    assertThat(step.outcome())
        .isEqualTo(
            new OrderOutcome.Failed(
                "the site cannot be measured (the meter is broken) and nothing is proven since the"
                    + " start, so no order is given"));
    assertThat(stored()).isEqualTo(new EnforcedLevel(4000, 4000));
  }

  @Test
  void aSiteThatCannotBeMeasuredIsOrderedToItsTargetItself() throws Exception {
    actuator.breakMeter();
    assertThat(step(controller(4000, 5), 3000, false).level()).isEqualTo(3000);
    assertThat(actuator.levels()).containsExactly(3000);
    assertThat(step(controller(4000, 5), 5000, true).level()).isEqualTo(4000);
    assertThat(actuator.levels()).containsExactly(3000, 4000);
  }

  @Test
  void aBrokenMeterIsAskedAgainWithGrowingPauses() throws Exception {
    int[] asked = new int[1];
    CapacityController controller =
        new CapacityController(
            4000,
            new StateSaver(StateStore.open(folder), state, silent()),
            new Actuator() {
              @Override
              public OrderOutcome apply(CapacityOrder order) {
                return new OrderOutcome.Enforced(order.ceilingBps());
              }

              @Override
              public OrderOutcome measure() {
                asked[0]++;
                return asked[0] < 3
                    ? new OrderOutcome.Failed("dark")
                    : new OrderOutcome.Enforced(2000);
              }

              @Override
              public String describe() {
                return "dark";
              }
            },
            slew(5),
            () -> nanos);
    step(controller, 4000, false);
    stepAfter(SECOND, controller, 4000, false);
    stepAfter(SECOND, controller, 4000, false);
    assertThat(asked[0]).isEqualTo(2);
    assertThat(stepAfter(SECOND, controller, 4000, false).level()).isEqualTo(2000);
    stepAfter(SECOND, controller, 4000, false);
    assertThat(asked[0]).as("a level once known is not measured again").isEqualTo(3);
  }

  @Test
  void aCutIsOnTheDiskBeforeItsOrderAndARiseOnlyAfter() throws Exception {
    CapacityController controller = controller(10_000, 5);
    step(controller, 10_000, true);
    actuator.kill(true);
    nanos += SECOND.toNanos();
    assertThat(isKilled(controller, 500)).isTrue();
    assertThat(stored()).isEqualTo(new EnforcedLevel(500, 9000));
    actuator.kill(false);
    siteIsAt(2000);
    state = state.withEnforced(new EnforcedLevel(2000, 2000));
    CapacityController low = controller(2000, 5);
    step(low, 2000, true);
    actuator.kill(true);
    nanos += SECOND.toNanos();
    assertThat(isKilled(low, 10_000)).isTrue();
    assertThat(stored()).isEqualTo(new EnforcedLevel(10_000, 2000));
    actuator.kill(false);
    stepAfter(SECOND, low, 10_000, true);
    assertThat(stored().levelBps()).isGreaterThan(2000);
  }

  private boolean isKilled(CapacityController controller, int target) throws InterruptedException {
    try {
      step(controller, target, true);
      return false;
    } catch (RecordingActuator.Killed e) {
      return true;
    }
  }
}
