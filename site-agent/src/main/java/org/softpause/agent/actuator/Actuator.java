package org.softpause.agent.actuator;

/** Carries out orders. The same order may come again at any time and must then change nothing. */
public interface Actuator {
  OrderOutcome apply(CapacityOrder order) throws InterruptedException;

  /** For the log: what stands behind this actuator. */
  String describe();
}
