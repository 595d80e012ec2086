package org.softpause.authz.decision;

import java.util.EnumSet;
import java.util.Set;

/** How far a decision has come (protocol "Lifecycle in the service"). */
public enum DecisionState {
  /** It was proposed; perhaps nobody has approved it yet. */
  PROPOSED,
  /**
   * In some committee enough members have approved and are asked for shares. They may still turn
   * out to be too few.
   */
  SIGNING,
  /** Every committee has signed, so anyone can anchor it. Nothing is on the chain yet. */
  CERTIFIED,
  /** A transaction is recorded and being sent. It may have to be sent again or be overtaken. */
  ANCHORING,
  /** The registry has accepted it. A reorganisation may still take that back. */
  ANCHORED,
  /** It is in a block that the chain calls finalised. */
  FINAL,
  /** So many members have rejected it that it cannot be signed. */
  REJECTED,
  /** Its time to be anchored has passed. */
  EXPIRED,
  /** The slot or the epoch has moved past it: it can never be anchored. */
  SUPERSEDED;

  /** Whether it has reached an end. Only an event of the registry can still change it. */
  public boolean isOver() {
    return EnumSet.of(FINAL, REJECTED, EXPIRED, SUPERSEDED).contains(this);
  }

  /** Whether signing sessions may be opened and shares are awaited. */
  public boolean isBeforeCertificate() {
    return this == PROPOSED || this == SIGNING;
  }

  /** Whether it has its certificate and is not in the registry's log yet. */
  public boolean isBeforeAnchoring() {
    return this == CERTIFIED || this == ANCHORING;
  }

  /** An event of the registry overrules every state but {@link #FINAL}. */
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
