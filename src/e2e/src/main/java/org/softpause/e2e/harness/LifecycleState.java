package org.softpause.e2e.harness;

/** Where a decision stands in the service, in order (protocol "Lifecycle in the service"). */
public enum LifecycleState {
  PROPOSED,
  SIGNING,
  CERTIFIED,
  ANCHORING,
  ANCHORED,
  FINAL,
  REJECTED,
  EXPIRED,
  SUPERSEDED;

  boolean isDeadEnd() {
    return compareTo(FINAL) > 0;
  }
}
