package org.softpause.protocol.registry;

import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * What a registry is deployed with and never changes (protocol "Exact encodings", Parameters).
 *
 * @param exemptBelowPflops clusters below it are reached by no decision; above zero
 * @param leadSeconds a pause starts this long after its anchoring at the earliest, at most 86400
 * @param minRampSeconds the shortest ramp of a pause, 1..86400
 * @param licenceSeconds the longest operating licence
 * @param lapseCeilingBps 10000: this version of the registry has no licence
 */
public record Parameters(
    Pflops exemptBelowPflops,
    long leadSeconds,
    long minRampSeconds,
    long licenceSeconds,
    int lapseCeilingBps,
    long lapseRampSeconds,
    long lapseStaggerSeconds) {
  private static final int FULL = 10_000;
  private static final long DAY = 86_400;
  private static final long UINT32 = 0xffff_ffffL;

  /** In the contract's order of checks. */
  public Parameters {
    if (exemptBelowPflops.bits() == 0) {
      throw new RuleViolation(Rule.EXEMPTION_TOO_LOW, "exemptBelowPflops is above zero");
    }
    requireWithin("leadSeconds", leadSeconds, 0, DAY);
    requireWithin("minRampSeconds", minRampSeconds, 1, DAY);
    requireWithin("licenceSeconds", licenceSeconds, 0, UINT32);
    if (lapseCeilingBps != FULL) {
      throw new RuleViolation(
          Rule.LICENCE_NOT_SUPPORTED, "lapseCeilingBps is 10000: there is no licence to lapse");
    }
    requireWithin("lapseRampSeconds", lapseRampSeconds, 1, DAY);
    requireWithin("lapseStaggerSeconds", lapseStaggerSeconds, 0, DAY);
  }

  private static void requireWithin(String field, long value, long least, long most) {
    if (value < least || value > most) {
      throw new RuleViolation(
          Rule.OUT_OF_RANGE, field + " " + value + " is outside " + least + ".." + most);
    }
  }

  /** For {@link ObjectReader#object}. */
  public static Parameters read(ObjectReader in) {
    return new Parameters(
        in.value("exemptBelowPflops", Pflops::parse),
        in.number("leadSeconds", 0, UINT32),
        in.number("minRampSeconds", 0, UINT32),
        in.number("licenceSeconds", 0, UINT32),
        in.small("lapseCeilingBps", 0, 0xffff),
        in.number("lapseRampSeconds", 0, UINT32),
        in.number("lapseStaggerSeconds", 0, UINT32));
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
