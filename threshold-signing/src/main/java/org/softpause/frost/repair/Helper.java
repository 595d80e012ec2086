package org.softpause.frost.repair;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.softpause.frost.Element;
import org.softpause.frost.FrostException.InvalidKeyGeneration;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.Scalar;
import org.softpause.frost.dkg.IdentifiableAbort;
import org.softpause.frost.dkg.SecretShare;
import org.softpause.frost.dkg.Seed;

/**
 * What one helper does in the repair of another member's lost share. Everything derives from its
 * own share, a fresh seed and the repair, so each step may be repeated and gives the same bytes.
 */
public final class Helper {
  private final Repair repair;
  private final Identifier self;
  private final SortedMap<Identifier, SecretShare> parts;
  private final SplitCommitment commitment;

  private Helper(Repair repair, KeyPackage own, Seed seed) {
    this.repair = repair;
    self = own.identifier();
    parts = split(repair, own, seed);
    commitment =
        new SplitCommitment(
            parts.values().stream().map(p -> Element.baseTimesSecret(p.scalar())).toList());
  }

  /**
   * Makes the helper with this share, which costs a secret multiplication for each helper.
   *
   * @throws IllegalArgumentException for a share of another group or of one who does not help
   */
  public static Helper of(Repair repair, KeyPackage own, Seed seed) {
    if (!own.publicKeys().equals(repair.group()) || !repair.helpers().contains(own.identifier())) {
      throw new IllegalArgumentException("this share is not that of a helper in this repair");
    }
    return new Helper(repair, own, seed);
  }

  /**
   * Splits the weighted share into a sum: each helper gets a random part, except the last, who gets
   * the rest.
   */
  private static SortedMap<Identifier, SecretShare> split(
      Repair repair, KeyPackage own, Seed seed) {
    Scalar share = own.signingShare().readSecretBytes(Scalar::decodeNonZero);
    Scalar rest = repair.weightOf(own.identifier()).times(share);
    TreeMap<Identifier, SecretShare> parts = new TreeMap<>();
    for (Identifier helper : repair.helpers().headSet(repair.helpers().last())) {
      Scalar part = seed.deriveScalar("repair-part", helper.value(), repair.bound());
      parts.put(helper, SecretShare.of(part));
      rest = rest.plus(part.negate());
    }
    parts.put(repair.helpers().last(), SecretShare.of(rest));
    return Collections.unmodifiableSortedMap(parts);
  }

  /** Step one: returns the commitment to publish. */
  public SplitCommitment commitment() {
    return commitment;
  }

  /**
   * Step two: returns the part for each other helper, to be sealed to its receiver.
   *
   * @throws InvalidKeyGeneration naming nobody, if the splits are of another repair or hold another
   *     commitment as this helper's
   */
  public SortedMap<Identifier, SecretShare> parts(SplitCommitments everyone) {
    requireOwn(everyone);
    TreeMap<Identifier, SecretShare> others = new TreeMap<>(parts);
    others.remove(self);
    return Collections.unmodifiableSortedMap(others);
  }

  /**
   * Step three: returns the sum of all parts, to be sealed to the member whose share is lost. The
   * parts are checked one by one only if the sum is not what all committed to, to name every
   * culprit.
   *
   * @param received one part from each other helper, by sender
   * @throws InvalidKeyGeneration naming every sender of a bad part; or nobody, if there is not one
   *     part from each other helper, or as for {@link #parts}
   */
  public SecretShare sum(SplitCommitments everyone, Map<Identifier, SecretShare> received) {
    requireOwn(everyone);
    TreeMap<Identifier, SecretShare> all = new TreeMap<>();
    all.putAll(received);
    SecretShare own = Objects.requireNonNull(parts.get(self));
    if (all.put(self, own) != null || !all.keySet().equals(repair.helpers())) {
      throw new InvalidKeyGeneration("not one part from each other helper", List.of());
    }
    SecretShare sum =
        SecretShare.of(
            all.values().stream().map(SecretShare::scalar).reduce(Scalar.ZERO, Scalar::plus));
    if (!everyone.isSum(self, sum)) {
      throw IdentifiableAbort.naming(
          "invalid part", all, (from, part) -> everyone.isPart(from, self, part));
    }
    return sum;
  }

  private void requireOwn(SplitCommitments everyone) {
    if (!everyone.repair().equals(repair)) {
      throw new InvalidKeyGeneration("the splits are of another repair", List.of());
    }
    if (!commitment.equals(everyone.commitments().get(self))) {
      throw new InvalidKeyGeneration(
          "the splits hold another commitment as this helper's", List.of());
    }
  }
}
