package org.softpause.protocol.hardware;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.softpause.protocol.decision.Pflops;

/**
 * PFLOP/s as a number of H100 (SXM) accelerators, the unit in which treaties and laws think. It
 * only explains and decides nothing.
 */
public final class H100Equivalents {
  /** The yardstick's line in the hardware table. */
  public static final HardwareModel MODEL = new HardwareModel("nvidia-h100-sxm");

  /** What one H100 counts for in GFLOP/s, the same in every version of the table. */
  static final long GIGAFLOPS = 989_500;

  /**
   * What one draws with its share of host and network: an eighth of the 10.2 kW of a DGX H100,
   * which is the system's maximum.
   */
  private static final long WATTS = 1_275;

  private static final long WATTS_IN_MEGAWATT = 1_000_000;
  private static final BigInteger GIGAFLOPS_IN_PFLOPS = BigInteger.valueOf(1_000_000);

  private H100Equivalents() {}

  /** Returns the number of H100s with this peak, rounded to the nearest whole number. */
  public static BigInteger of(Pflops pflops) {
    return new BigInteger(pflops.toString())
        .multiply(GIGAFLOPS_IN_PFLOPS)
        .add(BigInteger.valueOf(GIGAFLOPS / 2))
        .divide(BigInteger.valueOf(GIGAFLOPS));
  }

  /** Returns the IT load of these H100s with their hosts, in megawatts. */
  public static BigDecimal megawatts(BigInteger h100s) {
    return new BigDecimal(h100s.multiply(BigInteger.valueOf(WATTS)), 6)
        .setScale(2, RoundingMode.HALF_UP)
        .stripTrailingZeros();
  }

  /**
   * Returns the peak of so many H100s, rounded down to whole PFLOP/s, so that a line drawn there
   * reaches them.
   *
   * @param h100s 0..1,000,000,000
   */
  public static Pflops reaching(long h100s) {
    return Pflops.of(Math.multiplyExact(h100s, GIGAFLOPS) / 1_000_000);
  }

  /**
   * Returns how many H100s with their hosts a load feeds.
   *
   * @param megawatts 0..1,000,000
   */
  public static long fedBy(long megawatts) {
    return Math.multiplyExact(megawatts, WATTS_IN_MEGAWATT) / WATTS;
  }

  /** Describes a peak with its H100s beside it, as in {@code 100 PFLOP/s (about 101 H100s)}. */
  public static String describe(Pflops pflops) {
    BigInteger h100s = of(pflops);
    return "%s PFLOP/s (about %s H100%s)"
        .formatted(
            grouped(pflops.toString()),
            grouped(h100s.toString()),
            h100s.equals(BigInteger.ONE) ? "" : "s");
  }

  private static String grouped(String digits) {
    return digits.replaceAll("\\B(?=(\\d{3})+$)", ",");
  }
}
