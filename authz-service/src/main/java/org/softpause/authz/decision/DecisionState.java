package org.softpause.authz.decision;

import java.util.EnumSet;
import java.util.Set;

/** How far a decision has come (protocol "Lifecycle in the service"). */
public enum DecisionState {
  /** Somebody put it before the committees; nobody may have approved. */
  PROPOSED,
  /**
   * In some committee enough have approved and are asked for shares; they may still be too few to
   * finish.
   */
  SIGNING,
  /** Every committee has signed: anyone can anchor it. Nothing is on the chain. */
  CERTIFIED,
  /** A transaction is recorded and is being sent. It may have to be sent again, or be overtaken. */
  ANCHORING,
  /** The registry has taken it. The chain may still take that back. */
  ANCHORED,
  /** It is in a block that the chain calls finalised. */
  FINAL,
  /** So many have rejected it that it cannot be signed. */
  REJECTED,
  /** Its time to be anchored has passed. */
  EXPIRED,
  /** The slot or the epoch has moved past it: it can never be anchored. */
  SUPERSEDED;

  /** Whether nothing is expected to happen to it any more. */
  public boolean isOver() {
    return EnumSet.of(FINAL, REJECTED, EXPIRED, SUPERSEDED).contains(this);
  }

  /** Whether a session may still be opened and shares are awaited. */
  public boolean isBeforeCertificate() {
    return this == PROPOSED || this == SIGNING;
  }

  /** The registry's event overrules any state but that of a final block. */
  boolean mayBecome(DecisionState next) {
    return after().contains(next);
  }

  private Set<DecisionState> after() {
    return switch (this) {
      case PROPOSED -> EnumSet.of(SIGNING, REJECTED, EXPIRED, SUPERSEDED, ANCHORED);
      case SIGNING -> EnumSet.of(CERTIFIED, REJECTED, EXPIRED, SUPERSEDED, ANCHORED);
      case CERTIFIED -> EnumSet.of(ANCHORING, EXPIRED, SUPERSEDED, ANCHORED);
      case ANCHORING -> EnumSet.of(ANCHORED, EXPIRED, SUPERSEDED);
      case ANCHORED -> EnumSet.of(FINAL, ANCHORING);
      case FINAL -> EnumSet.noneOf(DecisionState.class);
      case REJECTED, EXPIRED, SUPERSEDED -> EnumSet.of(ANCHORED);
    };
  }
}
