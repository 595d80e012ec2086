package org.softpause.agent.actuator;

/** The outcome of an order. */
public sealed interface OrderOutcome {
  /** The order was carried out; {@code measuredBps} is the use that was measured afterwards. */
  record Enforced(int measuredBps) implements OrderOutcome {}

  /** The order was not carried out, or the actuator gave no readable answer. */
  record Failed(String detail) implements OrderOutcome {}
}
