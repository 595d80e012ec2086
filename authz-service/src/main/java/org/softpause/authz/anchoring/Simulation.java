package org.softpause.authz.anchoring;

/** What the node says would become of a transaction. */
sealed interface Simulation {
  /** It would be taken. */
  record Passes(long gas) implements Simulation {}

  /** The contract would refuse it, naming this error. */
  record Reverts(String error) implements Simulation {}
}
