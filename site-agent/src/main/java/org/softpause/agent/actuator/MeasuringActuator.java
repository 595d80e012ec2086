package org.softpause.agent.actuator;

import java.time.Duration;
import java.util.List;

/**
 * Adds a program that measures the site's use to an actuator that cannot measure without an order.
 * The program reads nothing and answers as for an order, {@code {"measuredBps":…}}.
 */
public final class MeasuringActuator implements Actuator {
  private final Actuator orders;
  private final BoundedProcess meter;

  public MeasuringActuator(Actuator orders, List<String> measureCommand, Duration limit) {
    this.orders = orders;
    this.meter = new BoundedProcess(measureCommand, limit);
  }

  @Override
  public OrderOutcome apply(CapacityOrder order) throws InterruptedException {
    return orders.apply(order);
  }

  @Override
  public OrderOutcome measure() throws InterruptedException {
    return ExecActuator.measure(meter, new byte[0]);
  }

  @Override
  public String describe() {
    return orders.describe();
  }
}
