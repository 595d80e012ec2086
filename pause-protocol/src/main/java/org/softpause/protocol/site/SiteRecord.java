package org.softpause.protocol.site;

import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.Sha256;
import org.softpause.protocol.Uint;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.decision.Scope;
import org.softpause.protocol.hardware.HardwareTable;
import org.softpause.protocol.hardware.SiteHardware;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.json.StrictJson;

/**
 * The record of one site, which its jurisdiction signs (protocol "Sites and their ceiling").
 *
 * @param region ISO 3166-1 numeric, 1..999
 * @param hardware the accelerators at this site, and the table that says what they count for
 * @param peakPflops the sum by that table, rounded up (protocol "Units")
 * @param cluster the same for everything co-located under one owner
 * @param clusterPflops the signed total of that cluster, at least this site's
 * @param baselinePflops what is usually in use, at most the peak
 * @param power the electric load, and how fast the grid lets it change
 * @param validFrom Unix seconds
 */
public record SiteRecord(
    String name,
    String owner,
    int region,
    HardwareClass hardwareClass,
    SiteHardware hardware,
    Pflops peakPflops,
    Bytes32 cluster,
    Pflops clusterPflops,
    Pflops baselinePflops,
    SitePower power,
    OfflinePolicy offlinePolicy,
    long validFrom) {
  public static final String TYPE = "softpause-site-v1";
  public static final int MAX_BYTES = 8_192;

  /** The largest amount whose product with 10000 basis points fits a signed 64-bit integer. */
  private static final Pflops LARGEST = Pflops.of(100_000_000_000_000L);

  private static final int VERSION = 1;
  private static final int MAX_TEXT = 200;

  public SiteRecord {
    requireText("name", name);
    requireText("owner", owner);
    require(region >= 1 && region <= Scope.MAX_REGION, "region is within 1..999");
    require(peakPflops.bits() != 0, "peakPflops is above zero");
    require(!LARGEST.isLessThan(clusterPflops), "clusterPflops is at most " + LARGEST);
    require(!clusterPflops.isLessThan(peakPflops), "clusterPflops is at least peakPflops");
    require(!peakPflops.isLessThan(baselinePflops), "baselinePflops is at most peakPflops");
    require(validFrom >= 0 && validFrom <= Uint.MAX_48, "validFrom is a uint48");
  }

  private static void requireText(String field, String text) {
    require(!text.isBlank() && text.length() <= MAX_TEXT, field + " has 1 to 200 characters");
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new RuleViolation(Rule.OUT_OF_RANGE, rule);
    }
  }

  /** The site's id: SHA-256 of the canonical payload. */
  public Bytes32 siteId() {
    return Sha256.hash(CanonicalJson.encode(toJson()));
  }

  /** Whether the site is within a decision's scope. Exemption is another matter. */
  public boolean isWithin(Scope scope) {
    return scope.reaches(region, hardwareClass.bit(), clusterPflops);
  }

  /**
   * Compares the peak with the hardware, where the table that the record names is at hand.
   *
   * @throws RuleViolation {@link Rule#HARDWARE_UNKNOWN} for a model that the table does not have,
   *     {@link Rule#PEAK_NOT_BY_HARDWARE} for a peak that is not the sum by the table
   */
  public HardwareVerdict checkHardware(List<HardwareTable> atHand) {
    Optional<HardwareTable> table = hardware.tableAmong(atHand);
    if (table.isEmpty()) {
      return HardwareVerdict.TABLE_NOT_AT_HAND;
    }
    Pflops sum = table.get().peak(hardware);
    if (!sum.equals(peakPflops)) {
      throw new RuleViolation(
          Rule.PEAK_NOT_BY_HARDWARE,
          "peakPflops is "
              + peakPflops
              + ", but "
              + hardware.describe()
              + " give "
              + sum
              + " by hardware table "
              + table.get().version());
    }
    return HardwareVerdict.AGREES;
  }

  /**
   * A JWS payload.
   *
   * @throws RuleViolation any rule of {@link StrictJson}, or of a record
   */
  public static SiteRecord parse(byte[] payload) {
    return StrictJson.read(payload, MAX_BYTES, SiteRecord::read);
  }

  /** Codec for {@link ObjectReader#object}. */
  public static SiteRecord read(ObjectReader in) {
    in.literal("type", TYPE);
    in.number("version", VERSION, VERSION);
    return new SiteRecord(
        in.text("name", MAX_TEXT),
        in.text("owner", MAX_TEXT),
        in.small("region", 0, 0xffff),
        HardwareClass.of(in.small("hardwareClass", 0, 255)),
        SiteHardware.read(in),
        in.value("peakPflops", Pflops::parse),
        in.bytes32("cluster"),
        in.value("clusterPflops", Pflops::parse),
        in.value("baselinePflops", Pflops::parse),
        SitePower.read(in),
        in.object("offlinePolicy", OfflinePolicy::read),
        in.number("validFrom", 0, Uint.MAX_48));
  }

  /** The payload that the jurisdiction signs. */
  public JsonObject toJson() {
    ObjectWriter out =
        new ObjectWriter()
            .text("type", TYPE)
            .number("version", VERSION)
            .text("name", name)
            .text("owner", owner)
            .number("region", region)
            .number("hardwareClass", hardwareClass.bit())
            .text("peakPflops", peakPflops.toString())
            .bytes32("cluster", cluster)
            .text("clusterPflops", clusterPflops.toString())
            .text("baselinePflops", baselinePflops.toString())
            .json("offlinePolicy", OfflinePolicy.write(offlinePolicy))
            .number("validFrom", validFrom);
    power.write(out);
    return hardware.write(out).toJson();
  }
}
