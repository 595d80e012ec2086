package org.softpause.authz.ethereum;

import java.math.BigInteger;

/**
 * What is offered for a unit of gas, wei (EIP-1559).
 *
 * @param max above which nothing is paid
 * @param priority for whoever includes it, at most {@code max}
 */
public record Fees(BigInteger max, BigInteger priority) {
  private static final BigInteger EIGHT = BigInteger.valueOf(8);
  private static final BigInteger NINE = BigInteger.valueOf(9);

  /** Room for the base fee to double before the transaction waits. */
  static Fees over(BigInteger baseFee, BigInteger priority) {
    return new Fees(baseFee.shiftLeft(1).add(priority), priority);
  }

  /**
   * At least an eighth more in both parts, as nodes ask of a replacement, and no less than the
   * market asks.
   */
  public Fees raisedTo(Fees market) {
    return new Fees(raise(max).max(market.max()), raise(priority).max(market.priority()));
  }

  private static BigInteger raise(BigInteger fee) {
    return fee.multiply(NINE).divide(EIGHT).add(BigInteger.ONE);
  }
}
