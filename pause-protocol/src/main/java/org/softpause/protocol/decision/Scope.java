package org.softpause.protocol.decision;

import java.util.List;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/**
 * Which sites a pause reaches (protocol "What can be decided", scope).
 *
 * @param regions ISO 3166-1 numeric, strictly ascending, at most 32; empty means everywhere
 * @param hardwareClasses mask within 1..7: 1 training, 2 inference, 4 mixed
 * @param minPeakPflops sites of clusters below it are not reached
 */
public record Scope(List<Integer> regions, int hardwareClasses, Pflops minPeakPflops) {
  public static final int MAX_REGIONS = 32;
  public static final int MAX_REGION = 999;
  private static final int ALL_CLASSES = 7;
  private static final Bytes32 TYPE =
      StructHash.type("Scope(uint16[] regions,uint8 hardwareClasses,uint64 minPeakPflops)");

  /** Checks the values in the contract's order. */
  public Scope {
    regions = List.copyOf(regions);
    requireRegions(regions);
    if (hardwareClasses < 1 || hardwareClasses > ALL_CLASSES) {
      throw new RuleViolation(
          Rule.HARDWARE_CLASSES_OUT_OF_RANGE,
          "hardware classes " + hardwareClasses + " are outside 1..7");
    }
  }

  private static void requireRegions(List<Integer> regions) {
    if (regions.size() > MAX_REGIONS) {
      throw new RuleViolation(
          Rule.TOO_MANY_REGIONS, regions.size() + " regions, at most " + MAX_REGIONS);
    }
    int previous = 0;
    for (int region : regions) {
      if (region <= previous) {
        throw new RuleViolation(
            Rule.REGIONS_NOT_ASCENDING, "region " + region + " after " + previous);
      }
      previous = region;
    }
    if (previous > MAX_REGION) {
      throw new RuleViolation(
          Rule.REGION_OUT_OF_RANGE, "region " + previous + " is above " + MAX_REGION);
    }
  }

  /** Whether a site of this region, class (1, 2 or 4) and cluster total is reached. */
  public boolean reaches(int region, int hardwareClass, Pflops clusterPflops) {
    return (regions.isEmpty() || regions.contains(region))
        && (hardwareClass == 4 || (hardwareClasses & hardwareClass) != 0)
        && !clusterPflops.isLessThan(minPeakPflops);
  }

  Bytes32 structHash() {
    return new StructHash(TYPE)
        .uints(regions)
        .uint(hardwareClasses)
        .uint64(minPeakPflops.bits())
        .hash();
  }
}
