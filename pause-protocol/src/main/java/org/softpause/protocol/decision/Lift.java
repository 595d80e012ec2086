package org.softpause.protocol.decision;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** A decision to end a pause before its time (protocol "What can be decided", Lift). */
public record Lift(
    MandateName mandate,
    long epoch,
    Slot slot,
    Bytes32 pauseId,
    long proposedAt,
    long anchorBy,
    Bytes32 reasonHash)
    implements SlotDecision {
  private static final Bytes32 TYPE =
      StructHash.type(
          "Lift(uint8 mandate,uint32 epoch,uint8 slot,bytes32 pauseId,uint48 proposedAt,"
              + "uint48 anchorBy,bytes32 reasonHash)");

  /** Checks the values in the contract's order. */
  public Lift {
    Validity.require(epoch, proposedAt, anchorBy);
    if (!mandate.mayLiftIn(slot)) {
      throw new RuleViolation(Rule.SLOT_OUT_OF_RANGE, mandate + " lifts no pause in slot " + slot);
    }
  }

  @Override
  public Bytes32 structHash() {
    return new StructHash(TYPE)
        .uint(mandate.code())
        .uint(epoch)
        .uint(slot.value())
        .bytes32(pauseId)
        .uint(proposedAt)
        .uint(anchorBy)
        .bytes32(reasonHash)
        .hash();
  }
}
