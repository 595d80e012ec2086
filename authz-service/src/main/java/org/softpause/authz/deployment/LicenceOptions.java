package org.softpause.authz.deployment;

import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.registry.RegistryParameters;
import picocli.CommandLine.Option;

/** The operating licence of a registry to be deployed; off unless asked for. */
final class LicenceOptions {
  private static final int OFF = 10_000;

  @Option(
      names = "--lapse-ceiling-bps",
      defaultValue = "" + OFF,
      description = "what a lapse of the licence leaves, 100..9999; 10000: there is no licence")
  private int lapseCeilingBps;

  @Option(
      names = "--licence-seconds",
      defaultValue = "0",
      description = "the longest licence, and the first one")
  private long licenceSeconds;

  @Option(
      names = "--lapse-ramp-seconds",
      defaultValue = "1",
      description = "how long each cluster takes down and up again")
  private long lapseRampSeconds;

  @Option(
      names = "--lapse-stagger-seconds",
      defaultValue = "0",
      description = "how far apart clusters may begin")
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
