package org.softpause.signer.policy;

import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.decision.Scope;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.StrictJson;

/**
 * Limits on what a signer may do without an officer, read from a {@code softpause-policy-v1} file.
 * Every member must be present, so that nothing is allowed by leaving it out; renewals and
 * rotations are never allowed.
 *
 * @param drillsOnly whether only drills are allowed, which slow nobody down
 * @param everywhere whether a pause of all regions is allowed
 * @param regions ISO 3166-1 numeric; a pause may name only these
 * @param hardwareClasses mask within 1..7; a pause may name only these
 * @param leastPeakPflops a pause must leave smaller clusters untouched
 * @param leastCeilingBps a pause must leave at least this ceiling
 * @param longestSeconds the longest time from the start of a pause to its end
 * @param lifts whether pauses may be lifted
 */
public record UnattendedPolicy(
    List<MandateName> mandates,
    boolean drillsOnly,
    boolean everywhere,
    List<Integer> regions,
    int hardwareClasses,
    Pflops leastPeakPflops,
    int leastCeilingBps,
    long longestSeconds,
    boolean lifts) {
  /** Bytes of the file. */
  public static final int MAX_LENGTH = 64 * 1024;

  private static final String TYPE = "softpause-policy-v1";
  private static final int ALL_CLASSES = 7;
  private static final int FULL = 10_000;
  private static final long TWO_YEARS = 63_072_000;

  public UnattendedPolicy {
    mandates = List.copyOf(mandates);
    regions = List.copyOf(regions);
  }

  /**
   * Reads the file.
   *
   * @throws RuleViolation for anything that is not exactly this version
   */
  public static UnattendedPolicy parse(byte[] file) {
    return StrictJson.read(file, MAX_LENGTH, UnattendedPolicy::read);
  }

  private static UnattendedPolicy read(ObjectReader in) {
    in.literal("type", TYPE);
    return new UnattendedPolicy(
        in.values("mandates", MandateName::parse),
        in.flag("drillsOnly"),
        in.flag("everywhere"),
        in.smalls("regions", 1, Scope.MAX_REGION),
        in.small("hardwareClasses", 0, ALL_CLASSES),
        Pflops.of(in.number("leastPeakPflops", 0, Long.MAX_VALUE >> 11)),
        in.small("leastCeilingBps", 0, FULL),
        in.number("longestSeconds", 0, TWO_YEARS),
        in.flag("lifts"));
  }

  /**
   * Refuses a decision that this policy leaves to an officer.
   *
   * @throws RuleViolation POLICY_FORBIDS, naming the first limit passed
   */
  public void check(Decision decision) {
    firstLimit(decision)
        .ifPresent(
            limit -> {
              throw new RuleViolation(Rule.POLICY_FORBIDS, limit);
            });
  }

  private Optional<String> firstLimit(Decision decision) {
    if (!mandates.contains(decision.mandate())) {
      return Optional.of("mandate " + decision.mandate() + " is left to an officer");
    }
    return switch (decision) {
      case Pause pause -> firstLimit(pause);
      case Lift lift -> lifts ? Optional.empty() : Optional.of("a lift is left to an officer");
      default -> Optional.of("only pauses and lifts can be left to a machine");
    };
  }

  private Optional<String> firstLimit(Pause pause) {
    Scope scope = pause.scope();
    if (drillsOnly && !pause.drill()) {
      return Optional.of("drills only");
    }
    if (scope.regions().isEmpty() ? !everywhere : !regions.containsAll(scope.regions())) {
      return Optional.of("it reaches regions outside of the policy");
    }
    if ((scope.hardwareClasses() & ~hardwareClasses) != 0) {
      return Optional.of("it reaches hardware classes outside of the policy");
    }
    if (scope.minPeakPflops().isLessThan(leastPeakPflops)) {
      return Optional.of("it reaches clusters below " + leastPeakPflops + " PFLOP/s");
    }
    if (pause.ceilingBps() < leastCeilingBps) {
      return Optional.of("its ceiling is below " + leastCeilingBps + " basis points");
    }
    return pause.expiresAt() - pause.effectiveAt() > longestSeconds
        ? Optional.of("it lasts longer than " + longestSeconds + " s")
        : Optional.empty();
  }
}
