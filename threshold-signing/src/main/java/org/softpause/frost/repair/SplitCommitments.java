package org.softpause.frost.repair;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.softpause.frost.Element;
import org.softpause.frost.FrostException.InvalidKeyGeneration;
import org.softpause.frost.Identifier;
import org.softpause.frost.Scalar;
import org.softpause.frost.dkg.IdentifiableAbort;
import org.softpause.frost.dkg.SecretShare;

/**
 * The verified commitments of all helpers: each adds up to that helper's weighted share. No secret
 * is needed, so everyone comes to the same outcome.
 */
public final class SplitCommitments {
  private final Repair repair;
  private final SortedMap<Identifier, SplitCommitment> commitments;

  private SplitCommitments(Repair repair, SortedMap<Identifier, SplitCommitment> commitments) {
    this.repair = repair;
    this.commitments = commitments;
  }

  /**
   * Checks the commitments.
   *
   * @throws InvalidKeyGeneration unless exactly one commitment from each helper, naming nobody;
   *     naming all whose parts are not one for each helper, or do not add up to their share
   */
  public static SplitCommitments verify(
      Repair repair, Map<Identifier, SplitCommitment> commitments) {
    TreeMap<Identifier, SplitCommitment> ascending = new TreeMap<>();
    ascending.putAll(commitments);
    if (!ascending.keySet().equals(repair.helpers())) {
      throw new InvalidKeyGeneration("not one commitment from each helper", List.of());
    }
    requireFit(repair, ascending);
    return new SplitCommitments(repair, Collections.unmodifiableSortedMap(ascending));
  }

  /**
   * Checks the commitment of one helper, before those of the others are known.
   *
   * @throws IllegalArgumentException for one who does not help
   * @throws InvalidKeyGeneration naming the helper, as for {@link #verify(Repair, Map)}
   */
  public static void verify(Repair repair, Identifier helper, SplitCommitment commitment) {
    if (!repair.helpers().contains(helper)) {
      throw new IllegalArgumentException(helper + " does not help in this repair");
    }
    requireFit(repair, Map.of(helper, commitment));
  }

  private static void requireFit(Repair repair, Map<Identifier, SplitCommitment> commitments) {
    IdentifiableAbort.require(
        "not one part for each helper",
        commitments,
        (helper, sent) -> sent.parts().size() == repair.helpers().size());
    IdentifiableAbort.require(
        "parts that do not add up to the helper's share",
        commitments,
        (helper, sent) -> sent.sum().equals(weightedShare(repair, helper)));
  }

  private static Element weightedShare(Repair repair, Identifier helper) {
    return Element.baseTimesPlus(
        Scalar.ZERO, repair.weightOf(helper), repair.group().share(helper).element());
  }

  public Repair repair() {
    return repair;
  }

  /** Ascending by identifier. */
  public SortedMap<Identifier, SplitCommitment> commitments() {
    return commitments;
  }

  /**
   * Returns if the part is what its sender committed to for the receiver.
   *
   * @throws InvalidKeyGeneration naming the sender
   */
  public void verifyPart(Identifier sender, Identifier receiver, SecretShare part) {
    IdentifiableAbort.require(
        "invalid part", Map.of(sender, part), (from, sent) -> isPart(from, receiver, sent));
  }

  /**
   * Returns if this is the sum of all parts committed to for this helper.
   *
   * @throws InvalidKeyGeneration naming the helper
   */
  public void verifySum(Identifier helper, SecretShare sum) {
    IdentifiableAbort.require("invalid sum of parts", Map.of(helper, sum), this::isSum);
  }

  boolean isPart(Identifier sender, Identifier receiver, SecretShare part) {
    SplitCommitment committed = commitments.get(sender);
    if (committed == null) {
      throw new IllegalArgumentException(sender + " does not help in this repair");
    }
    return Element.baseTimesSecret(part.scalar()).equals(committed.parts().get(column(receiver)));
  }

  boolean isSum(Identifier helper, SecretShare sum) {
    int column = column(helper);
    Element committed =
        commitments.values().stream()
            .map(each -> each.parts().get(column))
            .reduce(Element::plus)
            .orElseThrow();
    return Element.baseTimesSecret(sum.scalar()).equals(committed.normalize());
  }

  private int column(Identifier helper) {
    int column = repair.helpersInOrder().indexOf(helper);
    if (column < 0) {
      throw new IllegalArgumentException(helper + " does not help in this repair");
    }
    return column;
  }
}
