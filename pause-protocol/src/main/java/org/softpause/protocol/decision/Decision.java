package org.softpause.protocol.decision;

import org.softpause.protocol.Bytes32;

/**
 * What the committees of a mandate decide: a pause, a lift, a withdrawal, a renewal or a rotation.
 * Constructors enforce every rule that needs no registry; {@code RegistryState} enforces the
 * others.
 */
public sealed interface Decision permits SlotDecision, Renew, Rotate {
  /** How many seconds after its proposal a decision can still be anchored, at most. */
  long MAX_VALIDITY_SECONDS = 30 * 86_400;

  MandateName mandate();

  /** The mandate's epoch, a uint32. */
  long epoch();

  /** Unix seconds, a uint48. */
  long proposedAt();

  /** Unix seconds, a uint48; the last moment at which the registry takes it. */
  long anchorBy();

  /** SHA-256 of the reasons document. */
  Bytes32 reasonHash();

  /** EIP-712 hashStruct. */
  Bytes32 structHash();

  /** The decision's id: its EIP-712 digest for this chain and registry. */
  default Bytes32 id(Eip712Domain domain) {
    return domain.digest(structHash());
  }
}
