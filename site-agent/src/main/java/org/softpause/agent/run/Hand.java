package org.softpause.agent.run;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.softpause.agent.actuator.Actuator;
import org.softpause.agent.actuator.Order;
import org.softpause.agent.actuator.Outcome;
import org.softpause.agent.plan.Plan;
import org.softpause.agent.state.Enforced;

/**
 * Moves the site towards the target, one step a turn. Killed between any two lines it never raises
 * by doubt: a lower level is on the disk before it is ordered, a higher one only after it was
 * carried out.
 */
final class Hand {
  private static final Duration REASSERT_AFTER = Duration.ofSeconds(10);

  private final Memory memory;
  private final Actuator actuator;
  private final Slew slew;
  private final LongSupplier nanos;

  private int level;
  private int measured;
  private Outcome last = new Outcome.Failed("nothing was ordered yet");
  private long steppedAt;
  private long orderedAt;

  Hand(Memory memory, Actuator actuator, Slew slew, LongSupplier nanos) {
    this.memory = memory;
    this.actuator = actuator;
    this.slew = slew;
    this.nanos = nanos;
    this.level = memory.state().enforced().levelBps();
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
  Outcome last() {
    return last;
  }

  /** One step towards the target; where nothing may rise, at most down. */
  void step(Plan plan, int target, boolean mayRaise) throws InterruptedException {
    long now = nanos.getAsLong();
    int next = slew.next(level, target, Duration.ofNanos(now - steppedAt));
    remember(target, Math.min(next, memory.state().enforced().levelBps()));
    if (!mayRaise || !memory.isDurable()) {
      next = Math.min(next, level);
    }
    if (next != level || last instanceof Outcome.Failed || isReassertDue(now)) {
      order(plan, next);
      orderedAt = now;
    }
    if (next != level || level == target) {
      steppedAt = now;
    }
    if (last instanceof Outcome.Enforced enforced) {
      level = next;
      measured = enforced.measuredBps();
      remember(target, level);
    }
  }

  private boolean isReassertDue(long now) {
    return now - orderedAt >= REASSERT_AFTER.toNanos();
  }

  private void order(Plan plan, int next) throws InterruptedException {
    last =
        actuator.apply(
            new Order(
                memory.state().enrolment().siteId().toString(),
                next,
                plan.peakPflops(),
                plan.allowedPflops(next),
                plan.why(),
                memory.state().log().length()));
  }

  private void remember(int target, int lowest) {
    memory.keep(memory.state().withEnforced(new Enforced(target, lowest)));
    memory.flush();
  }
}
