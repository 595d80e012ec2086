package org.softpause.agent.control;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.softpause.agent.actuator.Actuator;
import org.softpause.agent.actuator.CapacityOrder;
import org.softpause.agent.actuator.OrderOutcome;
import org.softpause.agent.plan.CeilingPlan;
import org.softpause.agent.plan.SlewLimit;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.state.EnforcedLevel;

/**
 * Moves the site towards its target, one step a cycle. A crash at any point never raises capacity:
 * a lower level is on the disk before it is ordered, a higher one only after it was carried out.
 *
 * <p>The stored level may be older than the site, after a backup was restored for example. The site
 * is therefore measured before the first order, and the lower of the two is where the agent begins.
 * A site that cannot be measured gets no order that could raise it before the target is proven.
 *
 * <p>The ordered level follows the target downwards whatever came of the last order, because one
 * bad node must not hold up the whole site. Success governs what is reported and every step up.
 */
final class CapacityController {
  private static final Duration REASSERT_AFTER = Duration.ofSeconds(10);

  private final StateSaver saver;
  private final Actuator actuator;
  private final SlewLimit slew;
  private final LongSupplier nanos;
  private final RetryBackoff orders = new RetryBackoff(REASSERT_AFTER);
  private final RetryBackoff measurements = new RetryBackoff(REASSERT_AFTER);

  private int level;
  private int measured;
  private boolean levelIsKnown;
  private OrderOutcome last = new OrderOutcome.Failed("nothing was ordered yet");
  private long steppedAt;
  private long orderedAt;

  CapacityController(
      int level, StateSaver saver, Actuator actuator, SlewLimit slew, LongSupplier nanos) {
    this.saver = saver;
    this.actuator = actuator;
    this.slew = slew;
    this.nanos = nanos;
    this.level = level;
    this.measured = level;
    this.steppedAt = nanos.getAsLong();
    this.orderedAt = steppedAt;
  }

  /** Takes one step towards the target, which is never upwards unless {@code mayRaise}. */
  CapacityStep step(AgentState state, CeilingPlan plan, int target, boolean mayRaise)
      throws InterruptedException {
    long now = nanos.getAsLong();
    if (!levelIsKnown && measurements.isDue(now)) {
      measure(now);
    }
    return levelIsKnown || mayRaise || target < level
        ? order(state, plan, target, mayRaise, now)
        : hold(state, target);
  }

  /** The site as the last step left it, without a new step. */
  CapacityStep standing(AgentState state) {
    return new CapacityStep(state, level, measured, last);
  }

  private void measure(long now) throws InterruptedException {
    switch (actuator.measure()) {
      case OrderOutcome.Enforced enforced -> {
        measured = enforced.measuredBps();
        level = Math.min(level, measured);
        levelIsKnown = true;
      }
      case OrderOutcome.Failed failed -> {
        measurements.failed(now);
        last =
            new OrderOutcome.Failed(
                "the site cannot be measured ("
                    + failed.detail()
                    + ") and nothing is proven since the start, so no order is given");
      }
    }
  }

  private CapacityStep hold(AgentState state, int target) {
    return new CapacityStep(recordLevel(state, target, level), level, measured, last);
  }

  private CapacityStep order(
      AgentState state, CeilingPlan plan, int target, boolean mayRaise, long now)
      throws InterruptedException {
    int next = next(target, now);
    AgentState recorded = recordLevel(state, target, Math.min(next, state.enforced().levelBps()));
    if (!mayRaise || !saver.isDurable()) {
      next = Math.min(next, level);
    }
    if (next > level && !orders.isDue(now)) {
      next = level;
    }
    if (next != level || isRepeatDue(now)) {
      apply(order(recorded, plan, next), now);
    }
    if (next != level || level == target) {
      steppedAt = now;
    }
    if (last instanceof OrderOutcome.Enforced enforced) {
      level = next;
      measured = enforced.measuredBps();
      recorded = recordLevel(recorded, target, level);
    }
    level = Math.min(level, next);
    return new CapacityStep(recorded, level, measured, last);
  }

  /**
   * The next level. From an unknown level the target itself is ordered, because every level on the
   * way down from the stored one could be a rise.
   */
  private int next(int target, long now) {
    return levelIsKnown
        ? slew.next(level, target, Duration.ofNanos(now - steppedAt))
        : Math.min(level, target);
  }

  private void apply(CapacityOrder order, long now) throws InterruptedException {
    last = actuator.apply(order);
    orderedAt = now;
    levelIsKnown = true;
    if (last instanceof OrderOutcome.Failed) {
      orders.failed(now);
    } else {
      orders.succeeded();
    }
  }

  /** An order is repeated from time to time, and sooner while it fails. */
  private boolean isRepeatDue(long now) {
    return last instanceof OrderOutcome.Failed
        ? orders.isDue(now)
        : now - orderedAt >= REASSERT_AFTER.toNanos();
  }

  private static CapacityOrder order(AgentState state, CeilingPlan plan, int level) {
    return new CapacityOrder(
        state.enrolment().siteId().toString(),
        level,
        plan.peakPflops(),
        plan.allowedPflops(level),
        plan.why(),
        state.log().length());
  }

  /** The state with this target and level, on the disk unless the disk refuses writes. */
  private AgentState recordLevel(AgentState state, int target, int lowest) {
    AgentState recorded = state.withEnforced(new EnforcedLevel(target, lowest));
    saver.save(recorded);
    return recorded;
  }
}
