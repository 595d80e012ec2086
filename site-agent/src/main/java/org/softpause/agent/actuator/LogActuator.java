package org.softpause.agent.actuator;

/** The dry run: nothing is touched, and the ceiling counts as reached. The default. */
public final class LogActuator implements Actuator {
  @Override
  public Outcome apply(Order order) {
    return new Outcome.Enforced(order.ceilingBps());
  }

  @Override
  public String describe() {
    return "log (dry run: nothing is touched)";
  }
}
