package org.softpause.protocol.hardware;

import java.math.BigInteger;
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

  private static final BigInteger GIGAFLOPS_IN_PFLOPS = BigInteger.valueOf(1_000_000);

  private H100Equivalents() {}

  /** Returns the number of H100s with this peak, rounded to the nearest whole number. */
  public static BigInteger of(Pflops pflops) {
    return new BigInteger(pflops.toString())
        .multiply(GIGAFLOPS_IN_PFLOPS)
        .add(BigInteger.valueOf(GIGAFLOPS / 2))
        .divide(BigInteger.valueOf(GIGAFLOPS));
  }
}
