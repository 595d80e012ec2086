package org.softpause.authz.ethereum;

/** The node's prediction of what would happen to a transaction. */
public sealed interface Simulation {
  /** It would succeed, using this much gas. */
  record Passes(long gas) implements Simulation {
    /** A quarter more, since the state may change before the transaction is included. */
    public long gasWithRoom() {
      return gas + gas / 4;
    }
  }

  /** The contract would revert it with this error. */
  record Reverts(String error) implements Simulation {}
}
