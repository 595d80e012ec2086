package org.softpause.protocol.registry;

import java.util.List;
import org.softpause.protocol.decision.CommitteeKey;

/**
 * The committees that hold a mandate now.
 *
 * @param epoch how often they were replaced, a uint32
 * @param committees ascending by x; none where the mandate is absent
 * @param drilled whether a drill of this mandate has been anchored: its keys work
 */
record Mandate(long epoch, List<CommitteeKey> committees, boolean drilled) {
  Mandate {
    committees = List.copyOf(committees);
  }

  /**
   * The mandate after a Rotate. An earlier drill still counts, since every new key has signed the
   * Rotate.
   */
  Mandate rotatedTo(List<CommitteeKey> successors) {
    return new Mandate(epoch + 1, successors, drilled);
  }

  Mandate withDrill() {
    return new Mandate(epoch, committees, true);
  }
}
