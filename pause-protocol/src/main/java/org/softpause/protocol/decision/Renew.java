package org.softpause.protocol.decision;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Uint;

/**
 * A decision that moves the end of the operating licence, where the registry has one (protocol
 * "What can be decided", Renew).
 *
 * @param operatingUntil Unix seconds, a uint48
 */
public record Renew(
    MandateName mandate,
    long epoch,
    long operatingUntil,
    long proposedAt,
    long anchorBy,
    Bytes32 reasonHash)
    implements Decision {
  private static final Bytes32 TYPE =
      StructHash.type(
          "Renew(uint8 mandate,uint32 epoch,uint48 operatingUntil,uint48 proposedAt,"
              + "uint48 anchorBy,bytes32 reasonHash)");

  /** Checks the values in the contract's order. */
  public Renew {
    Uint.require(48, "operatingUntil", operatingUntil);
    Validity.require(epoch, proposedAt, anchorBy);
    Validity.requireStanding(mandate);
  }

  @Override
  public Bytes32 structHash() {
    return new StructHash(TYPE)
        .uint(mandate.code())
        .uint(epoch)
        .uint(operatingUntil)
        .uint(proposedAt)
        .uint(anchorBy)
        .bytes32(reasonHash)
        .hash();
  }
}
