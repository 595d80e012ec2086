package org.softpause.e2e.harness;

/** The states of a decision in the service, in order (protocol "From proposal to log"). */
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
