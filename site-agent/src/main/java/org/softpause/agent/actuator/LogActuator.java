package org.softpause.agent.actuator;

/** The dry run: nothing is touched, and the ceiling counts as reached. The default. */
public final class LogActuator implements Actuator {
  @Override
  public OrderOutcome apply(CapacityOrder order) {
    return new OrderOutcome.Enforced(order.ceilingBps());
  }

  @Override
  public String describe() {
    return "log (dry run: nothing is touched)";
  }
}
