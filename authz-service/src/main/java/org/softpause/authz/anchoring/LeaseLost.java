package org.softpause.authz.anchoring;

/** A step has outlasted its lease: it records and sends nothing any more. */
final class LeaseLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LeaseLost(LeasedWork work) {
    super("this replica does not hold the lease for " + work.stored() + " any more");
  }
}
