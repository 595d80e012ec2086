package org.softpause.protocol.site;

import java.util.OptionalLong;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * What a site record says of electric power, for laws that count megawatts and for the power grid.
 *
 * @param peakKilowatts the IT load at peak, without cooling, in kilowatts, 1..100,000,000
 * @param maxRampKilowattsPerMinute the most by which the load may change within a minute, up or
 *     down, in kilowatts; absent where the grid sets no limit. It allows the whole load to change
 *     within a day at least, since that is the longest ramp of a pause
 */
public record SitePower(long peakKilowatts, OptionalLong maxRampKilowattsPerMinute) {
  public static final long MOST = 100_000_000;

  private static final int FULL_BPS = 10_000;
  private static final long MINUTES_IN_DAY = 24 * 60;
  private static final long MILLIS_IN_MINUTE = 60_000;

  /** So long a time keeps the product below 2^63. */
  private static final long LONGEST_MILLIS = 1_000_000;

  /**
   * Checks the values.
   *
   * @throws RuleViolation {@link Rule#OUT_OF_RANGE}
   */
  public SitePower {
    requireWithin("peakKilowatts", peakKilowatts);
    if (maxRampKilowattsPerMinute.isPresent()) {
      long ramp = maxRampKilowattsPerMinute.getAsLong();
      requireWithin("maxRampKilowattsPerMinute", ramp);
      if (ramp * MINUTES_IN_DAY < peakKilowatts) {
        throw new RuleViolation(
            Rule.OUT_OF_RANGE, "maxRampKilowattsPerMinute reaches peakKilowatts within a day");
      }
    }
  }

  private static void requireWithin(String field, long value) {
    if (value < 1 || value > MOST) {
      throw new RuleViolation(Rule.OUT_OF_RANGE, field + " is within 1.." + MOST);
    }
  }

  /** The load at a ceiling, in kilowatts, rounded up; load is taken as proportional to capacity. */
  public long kilowatts(int ceilingBps) {
    return Math.ceilDiv(peakKilowatts * ceilingBps, FULL_BPS);
  }

  /**
   * Returns the most by which the ceiling may change within a time, in basis points rounded down;
   * {@link Long#MAX_VALUE} without a limit.
   *
   * @param millis taken as 0 below that and as 1,000,000 above
   */
  public long mostBps(long millis) {
    if (maxRampKilowattsPerMinute.isEmpty()) {
      return Long.MAX_VALUE;
    }
    long ramp = maxRampKilowattsPerMinute.getAsLong();
    return ramp
        * FULL_BPS
        * Math.clamp(millis, 0, LONGEST_MILLIS)
        / (peakKilowatts * MILLIS_IN_MINUTE);
  }

  /** The shortest time in which the ceiling may change by a basis point, 0 without a limit. */
  public long millisForOneBps() {
    return maxRampKilowattsPerMinute.isPresent()
        ? Math.ceilDiv(
            peakKilowatts * MILLIS_IN_MINUTE, maxRampKilowattsPerMinute.getAsLong() * FULL_BPS)
        : 0;
  }

  /** Reads the members {@code peakKilowatts} and, if it is there, the limit on the ramp. */
  static SitePower read(ObjectReader in) {
    return new SitePower(
        in.number("peakKilowatts", 1, MOST),
        in.has("maxRampKilowattsPerMinute")
            ? OptionalLong.of(in.number("maxRampKilowattsPerMinute", 1, MOST))
            : OptionalLong.empty());
  }

  /** Writes the members that {@link #read} reads. */
  void write(ObjectWriter out) {
    out.number("peakKilowatts", peakKilowatts);
    maxRampKilowattsPerMinute.ifPresent(ramp -> out.number("maxRampKilowattsPerMinute", ramp));
  }
}
