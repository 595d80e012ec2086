package org.softpause.authz.deployment;

import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.registry.RegistryParameters;
import picocli.CommandLine.Option;

/** The command's options for an operating licence, which is off by default. */
final class LicenceOptions {
  private static final int OFF = 10_000;

  @Option(
      names = "--lapse-ceiling-bps",
      defaultValue = "" + OFF,
      description = "ceiling after the licence lapses, 100..9999; 10000 means no licence")
  private int lapseCeilingBps;

  @Option(
      names = "--licence-seconds",
      defaultValue = "0",
      description = "length of the first licence, and the longest of any later one")
  private long licenceSeconds;

  @Option(
      names = "--lapse-ramp-seconds",
      defaultValue = "1",
      description = "how long each cluster takes to ramp down, and up again")
  private long lapseRampSeconds;

  @Option(
      names = "--lapse-stagger-seconds",
      defaultValue = "0",
      description = "span over which clusters start one after the other")
  private long lapseStaggerSeconds;

  RegistryParameters parameters(Pflops exemptBelow, long leadSeconds, long minRampSeconds) {
    return new RegistryParameters(
        exemptBelow,
        leadSeconds,
        minRampSeconds,
        licenceSeconds,
        lapseCeilingBps,
        lapseRampSeconds,
        lapseStaggerSeconds);
  }
}
