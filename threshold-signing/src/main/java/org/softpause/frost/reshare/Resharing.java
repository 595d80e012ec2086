package org.softpause.frost.reshare;

import java.util.List;
import org.softpause.frost.PublicKeyPackage;
import org.softpause.frost.dkg.CeremonyParameters;

/**
 * The parameters of a resharing that everyone knows before round one: the old group, and the
 * ceremony that makes its new shares. Old and new members are numbered from 1 independently, so one
 * who stays may get another identifier. The ceremony id is the hash of all of this and of fresh
 * randomness.
 */
public record Resharing(PublicKeyPackage old, CeremonyParameters next) {
  /**
   * A refresh: fresh shares for the same members with the same threshold.
   *
   * @throws IllegalArgumentException for other members or another threshold. Lowering it in a
   *     refresh would weaken the key without any announcement
   */
  public static Resharing refresh(PublicKeyPackage old, CeremonyParameters next) {
    if (next.minSigners() < old.minSigners()) {
      throw new IllegalArgumentException(
          "a refresh must not lower the threshold from "
              + old.minSigners()
              + " to "
              + next.minSigners());
    }
    if (next.minSigners() > old.minSigners()
        || !List.copyOf(old.shares().keySet()).equals(next.members())) {
      throw new IllegalArgumentException("a refresh keeps members and threshold");
    }
    return new Resharing(old, next);
  }
}
