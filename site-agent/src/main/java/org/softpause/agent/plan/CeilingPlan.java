package org.softpause.agent.plan;

/**
 * What the site may use now.
 *
 * @param targetBps 0..10000 of the registered peak
 * @param peakPflops the registered peak
 * @param cause what decides, stable while the sentence may change: for telling changes apart
 * @param why one plain sentence
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

  /** The peak times a ceiling, rounded down (protocol "The ceiling of a site at time t"). */
  public long allowedPflops(int ceilingBps) {
    return peakPflops * ceilingBps / FULL;
  }
}
