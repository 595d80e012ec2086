package org.softpause.agent.actuator;

/** What came of an order. */
public sealed interface OrderOutcome {
  /** The actuator did its work; {@code measuredBps} is what it then saw the site use. */
  record Enforced(int measuredBps) implements OrderOutcome {}

  /** The actuator did not, or did not say so in an answer that can be read. */
  record Failed(String detail) implements OrderOutcome {}
}
