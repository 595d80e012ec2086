package org.softpause.agent.actuator;

/** The default actuator, a dry run: it touches nothing and reports the ceiling as reached. */
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
