package org.softpause.protocol.registry;

import java.math.BigInteger;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.Uint;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * The parameters of a registry, which are fixed when it is deployed (protocol "Registry").
 *
 * @param exemptBelowPflops no decision reaches a cluster below it; above zero
 * @param leadSeconds a pause starts this long after its anchoring at the earliest, at most 86400
 * @param minRampSeconds the shortest ramp of a pause, 1..86400
 * @param licenceSeconds the longest operating licence; above zero where there is one
 * @param lapseCeilingBps what a lapse of the licence lowers every site to, 100..9999; 10000 where
 *     the registry has no licence
 */
public record RegistryParameters(
    Pflops exemptBelowPflops,
    long leadSeconds,
    long minRampSeconds,
    long licenceSeconds,
    int lapseCeilingBps,
    long lapseRampSeconds,
    long lapseStaggerSeconds) {
  private static final int FULL = 10_000;
  private static final int LEAST_LAPSE_CEILING = 100;
  private static final long LEAST_LICENCE_LEAD = 1_800;
  private static final long DAY = 86_400;

  /** Checks the values in the contract's order. */
  public RegistryParameters {
    if (exemptBelowPflops.bits() == 0) {
      throw new RuleViolation(Rule.EXEMPTION_TOO_LOW, "exemptBelowPflops is above zero");
    }
    requireWithin("leadSeconds", leadSeconds, 0, DAY);
    requireWithin("minRampSeconds", minRampSeconds, 1, DAY);
    requireWithin("licenceSeconds", licenceSeconds, 0, Uint.MAX_32);
    requireLicence(licenceSeconds, lapseCeilingBps, leadSeconds);
    requireWithin("lapseRampSeconds", lapseRampSeconds, 1, DAY);
    requireWithin("lapseStaggerSeconds", lapseStaggerSeconds, 0, DAY);
  }

  private static void requireLicence(long licenceSeconds, int lapseCeilingBps, long leadSeconds) {
    if (lapseCeilingBps < LEAST_LAPSE_CEILING || lapseCeilingBps > FULL) {
      throw new RuleViolation(
          Rule.LAPSE_CEILING_OUT_OF_RANGE,
          "lapseCeilingBps " + lapseCeilingBps + " is outside 100..10000");
    }
    if (lapseCeilingBps == FULL) {
      return;
    }
    if (leadSeconds < LEAST_LICENCE_LEAD) {
      throw new RuleViolation(
          Rule.LICENCE_LEAD_TOO_SHORT, "with a licence the lead is at least 1800 s");
    }
    if (licenceSeconds == 0) {
      throw new RuleViolation(Rule.LICENCE_TOO_SHORT, "a licence of 0 s could never be renewed");
    }
  }

  /**
   * Whether the registry has an operating licence, so that hardware may run on only while STANDING
   * renews it.
   */
  public boolean hasLicence() {
    return lapseCeilingBps < FULL;
  }

  private static void requireWithin(String field, long value, long least, long most) {
    if (value < least || value > most) {
      throw new RuleViolation(
          Rule.OUT_OF_RANGE, field + " " + value + " is outside " + least + ".." + most);
    }
  }

  /**
   * Returns the parameter that the contract's code holds as the immutable of this name.
   *
   * @throws RuleViolation {@link Rule#DEPLOYMENT_CODE_MISMATCH} if there is none
   */
  public BigInteger named(String immutable) {
    return switch (immutable) {
      case "exemptBelowPflops" -> new BigInteger(exemptBelowPflops.toString());
      case "leadSeconds" -> BigInteger.valueOf(leadSeconds);
      case "minRampSeconds" -> BigInteger.valueOf(minRampSeconds);
      case "licenceSeconds" -> BigInteger.valueOf(licenceSeconds);
      case "lapseCeilingBps" -> BigInteger.valueOf(lapseCeilingBps);
      case "lapseRampSeconds" -> BigInteger.valueOf(lapseRampSeconds);
      case "lapseStaggerSeconds" -> BigInteger.valueOf(lapseStaggerSeconds);
      default ->
          throw new RuleViolation(
              Rule.DEPLOYMENT_CODE_MISMATCH, "there is no parameter named " + immutable);
    };
  }

  /** Codec for {@link ObjectReader#object}. */
  public static RegistryParameters read(ObjectReader in) {
    return new RegistryParameters(
        in.value("exemptBelowPflops", Pflops::parse),
        in.number("leadSeconds", 0, Uint.MAX_32),
        in.number("minRampSeconds", 0, Uint.MAX_32),
        in.number("licenceSeconds", 0, Uint.MAX_32),
        in.small("lapseCeilingBps", 0, 0xffff),
        in.number("lapseRampSeconds", 0, Uint.MAX_32),
        in.number("lapseStaggerSeconds", 0, Uint.MAX_32));
  }

  public JsonObject toJson() {
    return new ObjectWriter()
        .text("exemptBelowPflops", exemptBelowPflops.toString())
        .number("leadSeconds", leadSeconds)
        .number("minRampSeconds", minRampSeconds)
        .number("licenceSeconds", licenceSeconds)
        .number("lapseCeilingBps", lapseCeilingBps)
        .number("lapseRampSeconds", lapseRampSeconds)
        .number("lapseStaggerSeconds", lapseStaggerSeconds)
        .toJson();
  }
}
