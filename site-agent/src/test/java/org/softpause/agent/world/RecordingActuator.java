package org.softpause.agent.world;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.softpause.agent.actuator.Actuator;
import org.softpause.agent.actuator.CapacityOrder;
import org.softpause.agent.actuator.OrderOutcome;

/** An actuator that records the orders it gets, and fails on request. */
public final class RecordingActuator implements Actuator {
  private final List<Integer> levels = new ArrayList<>();
  private int level = 10_000;
  private boolean measures = true;
  private OptionalInt pretended = OptionalInt.empty();
  private boolean failing;
  private boolean killing;
  private Runnable before = () -> {};

  /** Stands for a kill of the agent's process in the middle of an order. */
  public static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public OrderOutcome apply(CapacityOrder order) {
    before.run();
    levels.add(order.ceilingBps());
    if (killing) {
      throw new Killed();
    }
    if (failing) {
      return new OrderOutcome.Failed("out of order");
    }
    level = order.ceilingBps();
    return new OrderOutcome.Enforced(pretended.orElse(level));
  }

  @Override
  public OrderOutcome measure() {
    return measures
        ? new OrderOutcome.Enforced(level)
        : new OrderOutcome.Failed("the meter is broken");
  }

  @Override
  public String describe() {
    return "recording";
  }

  /** Runs this before each order is recorded. */
  public void before(Runnable action) {
    before = action;
  }

  public void fail(boolean now) {
    failing = now;
  }

  public void kill(boolean now) {
    killing = now;
  }

  /** Makes the actuator unable to measure without an order. */
  public void breakMeter() {
    measures = false;
  }

  /** Makes the actuator measure this use whatever it orders. */
  public void measureAlways(int use) {
    pretended = OptionalInt.of(use);
  }

  /** The level that the site is really at. */
  public int siteLevel() {
    return level;
  }

  /** Every level that was ordered. */
  public List<Integer> levels() {
    return List.copyOf(levels);
  }
}
