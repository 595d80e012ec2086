package org.softpause.agent.control;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.softpause.agent.actuator.Actuator;
import org.softpause.agent.actuator.CapacityOrder;
import org.softpause.agent.actuator.OrderOutcome;
import org.softpause.agent.plan.CeilingPlan;
import org.softpause.agent.state.EnforcedLevel;

/**
 * Moves the site towards the target, one step a turn. Killed between any two lines it never raises
 * by doubt: a lower level is on the disk before it is ordered, a higher one only after it was
 * carried out.
 */
final class CapacityController {
  private static final Duration REASSERT_AFTER = Duration.ofSeconds(10);

  private final StateKeeper stateKeeper;
  private final Actuator actuator;
  private final SlewLimit slew;
  private final LongSupplier nanos;

  private int level;
  private int measured;
  private OrderOutcome last = new OrderOutcome.Failed("nothing was ordered yet");
  private long steppedAt;
  private long orderedAt;

  CapacityController(
      StateKeeper stateKeeper, Actuator actuator, SlewLimit slew, LongSupplier nanos) {
    this.stateKeeper = stateKeeper;
    this.actuator = actuator;
    this.slew = slew;
    this.nanos = nanos;
    this.level = stateKeeper.state().enforced().levelBps();
    this.measured = level;
    this.steppedAt = nanos.getAsLong();
    this.orderedAt = steppedAt;
  }

  /** The level carried out last, or where a restart begins. */
  int level() {
    return level;
  }

  int measured() {
    return measured;
  }

  /** What came of the latest order. */
  OrderOutcome last() {
    return last;
  }

  /** One step towards the target; where nothing may rise, at most down. */
  void step(CeilingPlan plan, int target, boolean mayRaise) throws InterruptedException {
    long now = nanos.getAsLong();
    int next = slew.next(level, target, Duration.ofNanos(now - steppedAt));
    remember(target, Math.min(next, stateKeeper.state().enforced().levelBps()));
    if (!mayRaise || !stateKeeper.isDurable()) {
      next = Math.min(next, level);
    }
    if (next != level || last instanceof OrderOutcome.Failed || isReassertDue(now)) {
      order(plan, next);
      orderedAt = now;
    }
    if (next != level || level == target) {
      steppedAt = now;
    }
    if (last instanceof OrderOutcome.Enforced enforced) {
      level = next;
      measured = enforced.measuredBps();
      remember(target, level);
    }
  }

  private boolean isReassertDue(long now) {
    return now - orderedAt >= REASSERT_AFTER.toNanos();
  }

  private void order(CeilingPlan plan, int next) throws InterruptedException {
    last =
        actuator.apply(
            new CapacityOrder(
                stateKeeper.state().enrolment().siteId().toString(),
                next,
                plan.peakPflops(),
                plan.allowedPflops(next),
                plan.why(),
                stateKeeper.state().log().length()));
  }

  private void remember(int target, int lowest) {
    stateKeeper.keep(stateKeeper.state().withEnforced(new EnforcedLevel(target, lowest)));
    stateKeeper.flush();
  }
}
