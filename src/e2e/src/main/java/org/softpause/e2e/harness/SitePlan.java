package org.softpause.e2e.harness;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.softpause.protocol.hardware.HardwareCount;
import org.softpause.protocol.hardware.HardwareModel;
import org.softpause.protocol.hardware.HardwareTable;
import org.softpause.protocol.hardware.ShippedTables;
import org.softpause.protocol.hardware.SiteHardware;
import tools.jackson.databind.node.ObjectNode;

/**
 * The description of a site that will be registered. The region is an ISO 3166-1 numeric code, the
 * hardware class 1 (training), 2 (inference) or 4 (mixed). The site has accelerators of one model
 * of the shipped hardware table.
 *
 * @param peakKilowatts the IT load at peak
 */
public record SitePlan(
    String name,
    String owner,
    int region,
    int hardwareClass,
    String model,
    long count,
    long peakKilowatts) {

  /** Returns the peak in PFLOP/s, which is the sum by the shipped hardware table. */
  public long peakPflops() {
    HardwareTable table = ShippedTables.newest();
    HardwareCount counted = new HardwareCount(new HardwareModel(model), count);
    return table.peak(new SiteHardware(List.of(counted), table.hash())).bits();
  }

  String slug() {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
  }

  /** Returns the record to sign: all hardware is in one cluster, which holds when offline. */
  ObjectNode record(long validFrom, RandomGenerator random) {
    byte[] cluster = new byte[32];
    random.nextBytes(cluster);
    String peak = Long.toString(peakPflops());
    ObjectNode record = JsonTree.object();
    record.put("type", "softpause-site-v1").put("version", 1);
    record.put("name", name).put("owner", owner).put("region", region);
    record.put("hardwareClass", hardwareClass).put("peakPflops", peak);
    record.putArray("hardware").addObject().put("model", model).put("count", count);
    record.put("hardwareTable", ShippedTables.newest().hash().toString());
    record.put("peakKilowatts", peakKilowatts);
    record.put("cluster", "0x" + HexFormat.of().formatHex(cluster));
    record.put("clusterPflops", peak).put("baselinePflops", peak);
    record.putObject("offlinePolicy").put("kind", "hold");
    record.put("validFrom", validFrom);
    return record;
  }
}
