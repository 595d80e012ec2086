package org.softpause.protocol.token;

/** How sure a verdict is, the weakest first (protocol "Token"). */
public enum Assurance {
  /** Each certificate verifies. */
  CERTIFIED,
  /** The certificates lead from the head stored to the head claimed. */
  CHAINED,
  /** Block sources of one's own report that head at a block they call finalised. */
  PROVEN
}
