package org.softpause.agent.actuator;

/**
 * Carries out orders at the site. The same order may be repeated at any time and then changes
 * nothing.
 */
public interface Actuator {
  OrderOutcome apply(CapacityOrder order) throws InterruptedException;

  /** Names this actuator in the log. */
  String describe();
}
