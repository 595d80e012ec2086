package org.softpause.protocol.decision;

import java.util.List;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Uint;

/**
 * A decision on who holds a mandate from now on (protocol "What can be decided", Rotate). A
 * rotation also announces a resharing: it lists the same key with the new roster.
 *
 * @param target the mandate whose committees are replaced
 * @param targetEpoch the target's epoch before it, a uint32
 * @param committees strictly ascending by x, at most 5; none deletes EMERGENCY
 */
public record Rotate(
    MandateName mandate,
    long epoch,
    MandateName target,
    long targetEpoch,
    List<CommitteeKey> committees,
    long proposedAt,
    long anchorBy,
    Bytes32 reasonHash)
    implements Decision {
  /**
   * How many seconds after its proposal a rotation can be anchored. They are few, so that nobody
   * can hold one back to void an urgent decision.
   */
  public static final long MAX_VALIDITY_SECONDS = 86_400;

  private static final Bytes32 TYPE =
      StructHash.type(
          "Rotate(uint8 mandate,uint32 epoch,uint8 target,uint32 targetEpoch,"
              + "Committee[] committees,uint48 proposedAt,uint48 anchorBy,bytes32 reasonHash)"
              + CommitteeKey.ENCODED);

  /** Checks the values in the contract's order. */
  public Rotate {
    committees = List.copyOf(committees);
    Uint.require(32, "targetEpoch", targetEpoch);
    Validity.require(epoch, proposedAt, anchorBy, MAX_VALIDITY_SECONDS);
    Validity.requireStanding(mandate);
    CommitteeRules.require(target, committees);
  }

  /** Whether this rotation deletes EMERGENCY, which another one may restore. */
  public boolean isDeletion() {
    return committees.isEmpty();
  }

  @Override
  public Bytes32 structHash() {
    return new StructHash(TYPE)
        .uint(mandate.code())
        .uint(epoch)
        .uint(target.code())
        .uint(targetEpoch)
        .structs(committees.stream().map(CommitteeKey::structHash).toList())
        .uint(proposedAt)
        .uint(anchorBy)
        .bytes32(reasonHash)
        .hash();
  }
}
