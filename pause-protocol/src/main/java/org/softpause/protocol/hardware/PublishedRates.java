package org.softpause.protocol.hardware;

import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/**
 * The peak dense rates that a maker publishes for one accelerator, each the fastest of its formats,
 * floating or integer, with a multiplication and an addition counted as two operations.
 *
 * @param gigaflops16 GFLOP/s at 16 bits, 0 if it has no such units
 * @param gigaflops8 GFLOP/s at 8 bits, 0 if it has no such units
 * @param gigaflops4 GFLOP/s at 4 bits, 0 if it has no such units
 */
public record PublishedRates(long gigaflops16, long gigaflops8, long gigaflops4) {
  /** The most for each rate; a whole wafer published today stays far below it. */
  static final long MOST = 4_000_000_000L;

  /**
   * Checks the rates.
   *
   * @throws RuleViolation {@link Rule#OUT_OF_RANGE}
   */
  public PublishedRates {
    requireWithin("gigaflops16", gigaflops16);
    requireWithin("gigaflops8", gigaflops8);
    requireWithin("gigaflops4", gigaflops4);
    if ((gigaflops16 | gigaflops8 | gigaflops4) == 0) {
      throw new RuleViolation(Rule.OUT_OF_RANGE, "an accelerator has a rate above zero");
    }
  }

  private static void requireWithin(String field, long value) {
    if (value < 0 || value > MOST) {
      throw new RuleViolation(Rule.OUT_OF_RANGE, field + " is within 0.." + MOST);
    }
  }

  /**
   * Returns the rate that counts, in GFLOP/s (protocol "Units"): the greatest of the 16-bit rate,
   * half the 8-bit rate and a quarter of the 4-bit rate, rounded up, so that no chip hides behind a
   * number format.
   */
  public long counted() {
    return Math.max(
        gigaflops16, Math.max(Math.ceilDiv(gigaflops8, 2), Math.ceilDiv(gigaflops4, 4)));
  }
}
