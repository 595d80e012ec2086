package org.softpause.agent.world;

import java.util.List;
import java.util.OptionalLong;
import org.softpause.protocol.Sha256;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.hardware.H100Equivalents;
import org.softpause.protocol.hardware.HardwareCount;
import org.softpause.protocol.hardware.HardwareTable;
import org.softpause.protocol.hardware.ShippedTables;
import org.softpause.protocol.hardware.SiteHardware;
import org.softpause.protocol.site.HardwareClass;
import org.softpause.protocol.site.OfflinePolicy;
import org.softpause.protocol.site.SitePower;
import org.softpause.protocol.site.SiteRecord;

/** The site records that the tests use. */
public final class SiteRecords {
  /** A training cluster in region 276. */
  public static final SiteRecord TRAINING =
      site("Alpenrechner", 276, HardwareClass.TRAINING, 20_000, new OfflinePolicy.Hold());

  /** The same cluster with an offline policy that lowers it to half. */
  public static final SiteRecord CAUTIOUS =
      site("Vorsicht", 276, HardwareClass.TRAINING, 20_000, new OfflinePolicy.Ceiling(5000, 100));

  /** An inference cluster in region 840. */
  public static final SiteRecord INFERENCE =
      site("Prairie", 840, HardwareClass.INFERENCE, 4000, new OfflinePolicy.Hold());

  /** A university below every threshold. */
  public static final SiteRecord UNIVERSITY =
      site("Campus", 276, HardwareClass.MIXED, 8, new OfflinePolicy.Hold());

  private SiteRecords() {}

  /** A training cluster with this hardware and this load, whatever its peak should be. */
  public static SiteRecord training(
      String name, long peak, SiteHardware hardware, SitePower power) {
    return site(name, 276, HardwareClass.TRAINING, peak, hardware, power, new OfflinePolicy.Hold());
  }

  private static SiteRecord site(
      String name, int region, HardwareClass hardwareClass, long peak, OfflinePolicy offline) {
    return site(name, region, hardwareClass, peak, hardware(peak), power(peak), offline);
  }

  private static SiteRecord site(
      String name,
      int region,
      HardwareClass hardwareClass,
      long peak,
      SiteHardware hardware,
      SitePower power,
      OfflinePolicy offline) {
    return new SiteRecord(
        name,
        name + " GmbH",
        region,
        hardwareClass,
        hardware,
        Pflops.of(peak),
        Sha256.hash(new byte[] {(byte) region}),
        Pflops.of(peak),
        Pflops.of(peak),
        power,
        offline,
        SimulatedRegistry.DEPLOYED_AT);
  }

  /** H100s with this peak by the shipped table. */
  public static SiteHardware hardware(long peak) {
    HardwareTable table = ShippedTables.newest();
    long each = table.line(H100Equivalents.MODEL).orElseThrow().rates().counted();
    return new SiteHardware(
        List.of(new HardwareCount(H100Equivalents.MODEL, peak * 1_000_000 / each)), table.hash());
  }

  /** A kilowatt and a half for each PFLOP/s, and no limit on the ramp. */
  public static SitePower power(long peak) {
    return new SitePower(peak * 3 / 2, OptionalLong.empty());
  }
}
