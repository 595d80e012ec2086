package org.softpause.agent.actuator;

/**
 * Carries out orders at the site. The same order may be repeated at any time and then changes
 * nothing.
 */
public interface Actuator {
  OrderOutcome apply(CapacityOrder order) throws InterruptedException;

  /** Measures the site's use without giving an order. */
  default OrderOutcome measure() throws InterruptedException {
    return new OrderOutcome.Failed("this actuator measures only what it has ordered");
  }

  /** Names this actuator in the log. */
  String describe();
}
