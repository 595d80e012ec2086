package org.softpause.authz.committee;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.committee.Roster;

/**
 * A group that must sign a decision: a committee of its mandate, or one that proves possession of a
 * new key.
 *
 * @param id the roster's hash
 * @param epoch the epoch that its ballots name
 */
public record SigningGroup(Bytes32 id, long epoch, Roster roster) {
  static SigningGroup of(Committee committee) {
    return new SigningGroup(committee.id(), committee.epoch(), committee.roster());
  }

  /** How many members must sign. */
  public int threshold() {
    return roster.minSigners();
  }

  /** How many rejections make a signature impossible: n − t + 1. */
  public int blocking() {
    return roster.members().size() - threshold() + 1;
  }
}
