package org.softpause.signer.ceremony;

import org.softpause.protocol.Bytes32;

/** Takes the steps of a ceremony or of a repair in which this signer has a seat. */
@FunctionalInterface
public interface CeremonySteps {
  /**
   * Takes the next step, if there is one to take now.
   *
   * @throws org.softpause.protocol.RuleViolation if it was aborted, has expired, or contradicts
   *     what this signer has seen
   * @throws org.softpause.signer.store.StoreException BUSY if another command has just done it
   */
  CeremonyProgress advance(Bytes32 id);
}
