package org.softpause.protocol.ceremony.repair;

/** The stage of a repair: which message it waits for. */
public enum RepairStage {
  /** Some helpers have not consented. Nothing secret has been sent. */
  CONSENT,
  /** All helpers are committed to how they split their shares. */
  PARTS,
  /** All parts are in, sealed. Only their receivers know whether they open and fit. */
  SUMS,
  /** All sums are in, sealed. Only the member whose share is lost can add them up. */
  REBUILD,
  /** The member has its share again. */
  REPAIRED
}
