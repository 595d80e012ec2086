package org.softpause.authz.anchoring;

/**
 * The work that one replica at a time does. Each kind has a lease of its own, since a replica may
 * be able to do one and not the other.
 */
enum LeasedWork {
  FOLLOWING("following"),
  SENDING("sending");

  private final String stored;

  LeasedWork(String stored) {
    this.stored = stored;
  }

  /** The name in the database. */
  String stored() {
    return stored;
  }
}
