package org.softpause.frost.dkg;

import java.util.List;
import java.util.stream.IntStream;
import org.softpause.frost.Identifier;

/**
 * The parameters of a key generation that every member knows before round one: the ceremony's id,
 * the threshold t and the size n.
 */
public record CeremonyParameters(CeremonyId id, int minSigners, int maxSigners) {
  /**
   * @throws IllegalArgumentException unless 2 ≤ minSigners ≤ maxSigners ≤ 255
   */
  public CeremonyParameters {
    if (maxSigners > Identifier.MAX_VALUE) {
      throw new IllegalArgumentException(
          maxSigners + " members are more than " + Identifier.MAX_VALUE);
    }
    if (minSigners < 2 || minSigners > maxSigners) {
      throw new IllegalArgumentException(
          "threshold " + minSigners + " is outside 2.." + maxSigners);
    }
  }

  /** The identifiers 1..n. */
  public List<Identifier> members() {
    return IntStream.rangeClosed(1, maxSigners).mapToObj(Identifier::new).toList();
  }

  public boolean hasMember(Identifier identifier) {
    return identifier.value() <= maxSigners;
  }
}
