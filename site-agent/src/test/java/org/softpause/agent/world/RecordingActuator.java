package org.softpause.agent.world;

import java.util.ArrayList;
import java.util.List;
import org.softpause.agent.actuator.Actuator;
import org.softpause.agent.actuator.CapacityOrder;
import org.softpause.agent.actuator.OrderOutcome;

/** An actuator that records the orders it gets, and fails on request. */
public final class RecordingActuator implements Actuator {
  private final List<Integer> levels = new ArrayList<>();
  private boolean failing;
  private boolean killing;

  /** Stands for a kill of the agent's process in the middle of an order. */
  public static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public OrderOutcome apply(CapacityOrder order) {
    levels.add(order.ceilingBps());
    if (killing) {
      throw new Killed();
    }
    return failing
        ? new OrderOutcome.Failed("out of order")
        : new OrderOutcome.Enforced(order.ceilingBps());
  }

  @Override
  public String describe() {
    return "recording";
  }

  public void fail(boolean now) {
    failing = now;
  }

  public void kill(boolean now) {
    killing = now;
  }

  /** Every level that was ordered. */
  public List<Integer> levels() {
    return List.copyOf(levels);
  }
}
