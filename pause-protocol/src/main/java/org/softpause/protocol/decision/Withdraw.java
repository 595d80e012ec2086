package org.softpause.protocol.decision;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/**
 * A decision that voids every pause and lift proposed for a slot before it, so that a signed
 * certificate that is regretted can never be anchored (protocol "What can be decided", Withdraw).
 */
public record Withdraw(
    MandateName mandate, long epoch, Slot slot, long proposedAt, long anchorBy, Bytes32 reasonHash)
    implements SlotDecision {
  private static final Bytes32 TYPE =
      StructHash.type(
          "Withdraw(uint8 mandate,uint32 epoch,uint8 slot,uint48 proposedAt,uint48 anchorBy,"
              + "bytes32 reasonHash)");

  /** Checks the values in the contract's order. */
  public Withdraw {
    Validity.require(epoch, proposedAt, anchorBy);
    if (!mandate.mayLiftIn(slot)) {
      throw new RuleViolation(
          Rule.SLOT_OUT_OF_RANGE, mandate + " withdraws nothing in slot " + slot);
    }
  }

  @Override
  public Bytes32 structHash() {
    return new StructHash(TYPE)
        .uint(mandate.code())
        .uint(epoch)
        .uint(slot.value())
        .uint(proposedAt)
        .uint(anchorBy)
        .bytes32(reasonHash)
        .hash();
  }
}
