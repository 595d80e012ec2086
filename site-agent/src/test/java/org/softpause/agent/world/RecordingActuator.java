package org.softpause.agent.world;

import java.util.ArrayList;
import java.util.List;
import org.softpause.agent.actuator.Actuator;
import org.softpause.agent.actuator.Order;
import org.softpause.agent.actuator.Outcome;

/** A site that does as it is told and remembers it. */
public final class RecordingActuator implements Actuator {
  private final List<Integer> levels = new ArrayList<>();
  private boolean failing;
  private boolean killing;

  /** Stands for a kill of the agent's process in the middle of an order. */
  public static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public Outcome apply(Order order) {
    levels.add(order.ceilingBps());
    if (killing) {
      throw new Killed();
    }
    return failing ? new Outcome.Failed("out of order") : new Outcome.Enforced(order.ceilingBps());
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
