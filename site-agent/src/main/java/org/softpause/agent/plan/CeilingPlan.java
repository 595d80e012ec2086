package org.softpause.agent.plan;

/**
 * What the site may use now, and why.
 *
 * @param targetBps the share of the registered peak, in basis points, 0..10000
 * @param peakPflops the registered peak, PFLOP/s
 * @param cause a key for the decision or rule behind the target; it tells a change from a mere
 *     rewording
 * @param why the explanation in one sentence
 */
public record CeilingPlan(int targetBps, long peakPflops, String cause, String why) {
  private static final int FULL = 10_000;

  /**
   * The target of this cycle. Without a fresh proof nothing rises, so that the previous target is
   * then the most that the site may go to.
   */
  public int targetBps(boolean mayRaise, int previousBps) {
    return mayRaise ? targetBps : Math.min(targetBps, previousBps);
  }

  /**
   * The throughput under a ceiling: the peak times the ceiling, rounded down (protocol "The ceiling
   * of a site at time t").
   */
  public long allowedPflops(int ceilingBps) {
    return peakPflops * ceilingBps / FULL;
  }
}
