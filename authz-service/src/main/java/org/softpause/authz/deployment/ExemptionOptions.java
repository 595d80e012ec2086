package org.softpause.authz.deployment;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.hardware.Accelerator;
import org.softpause.protocol.hardware.H100Equivalents;
import org.softpause.protocol.hardware.HardwareModel;
import org.softpause.protocol.hardware.ShippedTables;
import picocli.CommandLine.Option;

/** The command's line below which no decision reaches a cluster; exactly one of the options. */
final class ExemptionOptions {
  private static final HardwareModel IN_RACKS = new HardwareModel("nvidia-gb200");
  private static final long IN_ONE_RACK = 72;
  private static final BigInteger GIGAFLOPS_IN_PFLOPS = BigInteger.valueOf(1_000_000);

  @Option(
      names = "--exempt-below-pflops",
      required = true,
      description = "clusters below so many PFLOP/s are exempt (protocol, Units)")
  private @Nullable String pflops;

  @Option(
      names = "--preset",
      required = true,
      converter = ExemptionPreset.Converter.class,
      description = "the same by a treaty's or law's line: treaty-16, 20-mw or 75-mw")
  private @Nullable ExemptionPreset preset;

  /** The exemption in PFLOP/s. */
  Pflops exemptBelow() {
    if (preset != null) {
      return preset.exemptBelow();
    }
    if (pflops == null) {
      throw new IllegalStateException("the command needs one of the options");
    }
    return Pflops.parse(pflops);
  }

  /** Says what an exemption means in H100s, megawatts and racks. */
  static List<String> describe(Pflops exemptBelow) {
    BigInteger h100s = H100Equivalents.of(exemptBelow);
    Accelerator gpu = ShippedTables.newest().line(IN_RACKS).orElseThrow();
    BigInteger rack = BigInteger.valueOf(gpu.rates().counted() * IN_ONE_RACK);
    BigInteger racks =
        new BigInteger(exemptBelow.toString())
            .multiply(GIGAFLOPS_IN_PFLOPS)
            .add(rack.subtract(BigInteger.ONE))
            .divide(rack);
    return List.of(
        "no decision ever reaches a cluster below " + H100Equivalents.describe(exemptBelow),
        "that many H100s draw about %s MW with their hosts; of GB200 NVL72, %s rack%s reach%s the line"
            .formatted(
                H100Equivalents.megawatts(h100s).toPlainString(),
                racks,
                racks.equals(BigInteger.ONE) ? "" : "s",
                racks.equals(BigInteger.ONE) ? "es" : ""));
  }
}
