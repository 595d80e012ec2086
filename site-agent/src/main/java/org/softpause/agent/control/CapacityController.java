package org.softpause.agent.control;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.softpause.agent.actuator.Actuator;
import org.softpause.agent.actuator.CapacityOrder;
import org.softpause.agent.actuator.OrderOutcome;
import org.softpause.agent.plan.CeilingPlan;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.state.EnforcedLevel;

/**
 * Moves the site towards its target, one step a cycle. A crash at any point never raises capacity:
 * a lower level is on the disk before it is ordered, a higher one only after it was carried out.
 */
final class CapacityController {
  private static final Duration REASSERT_AFTER = Duration.ofSeconds(10);

  private final StateSaver saver;
  private final Actuator actuator;
  private final SlewLimit slew;
  private final LongSupplier nanos;

  private int level;
  private int measured;
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
    int next = slew.next(level, target, Duration.ofNanos(now - steppedAt));
    AgentState recorded = recordLevel(state, target, Math.min(next, state.enforced().levelBps()));
    if (!mayRaise || !saver.isDurable()) {
      next = Math.min(next, level);
    }
    if (next != level || last instanceof OrderOutcome.Failed || isReassertDue(now)) {
      last = actuator.apply(order(recorded, plan, next));
      orderedAt = now;
    }
    if (next != level || level == target) {
      steppedAt = now;
    }
    if (last instanceof OrderOutcome.Enforced enforced) {
      level = next;
      measured = enforced.measuredBps();
      recorded = recordLevel(recorded, target, level);
    }
    return new CapacityStep(recorded, level, measured, last);
  }

  private boolean isReassertDue(long now) {
    return now - orderedAt >= REASSERT_AFTER.toNanos();
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
