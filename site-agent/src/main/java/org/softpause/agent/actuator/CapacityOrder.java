package org.softpause.agent.actuator;

/**
 * An order to the site: the capacity that it may use from now on.
 *
 * @param siteId the site, 0x and 64 hex digits
 * @param ceilingBps the share of the registered peak that may be used, 0..10000
 * @param peakPflops the registered peak, PFLOP/s
 * @param allowedPflops the peak times the ceiling, rounded down
 * @param reason the explanation in one plain sentence
 * @param sequence the length of the proven log behind this order
 */
public record CapacityOrder(
    String siteId,
    int ceilingBps,
    long peakPflops,
    long allowedPflops,
    String reason,
    long sequence) {
  public CapacityOrder {
    if (ceilingBps < 0 || ceilingBps > 10_000) {
      throw new IllegalArgumentException("ceiling out of range: " + ceilingBps);
    }
  }
}
