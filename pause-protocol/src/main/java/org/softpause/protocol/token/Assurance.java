package org.softpause.protocol.token;

/** How much stands behind a verdict on a token, the weakest first (protocol "Token"). */
public enum Assurance {
  /** Each certificate verifies. */
  CERTIFIED,
  /** The certificates lead from the head stored to the head claimed. */
  CHAINED,
  /**
   * A majority of the verifier's own block sources report that head at a block they call finalised.
   */
  PROVEN
}
