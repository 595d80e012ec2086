package org.softpause.authz.ethereum;

/** What the node says would become of a transaction. */
public sealed interface Simulation {
  /** It would be taken. */
  record Passes(long gas) implements Simulation {
    /** A quarter more, since the state may change before the transaction is included. */
    public long gasWithRoom() {
      return gas + gas / 4;
    }
  }

  /** The contract would refuse it, naming this error. */
  record Reverts(String error) implements Simulation {}
}
