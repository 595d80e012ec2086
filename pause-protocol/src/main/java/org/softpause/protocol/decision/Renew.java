package org.softpause.protocol.decision;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Uint;

/**
 * A decision to let the hardware run on at its full ceiling until another time, where the registry
 * has an operating licence (protocol "Decisions", Renew).
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

  /** In the contract's order of checks. */
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
