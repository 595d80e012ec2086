package org.softpause.authz.ethereum;

import java.math.BigInteger;

/**
 * The fees offered for a unit of gas, in wei (EIP-1559).
 *
 * @param max the most that is paid in all
 * @param priority the part for the block's proposer, at most {@code max}
 */
public record Fees(BigInteger max, BigInteger priority) {
  private static final BigInteger EIGHT = BigInteger.valueOf(8);
  private static final BigInteger NINE = BigInteger.valueOf(9);

  /** Fees that leave room for the base fee to double before the transaction has to wait. */
  static Fees over(BigInteger baseFee, BigInteger priority) {
    return new Fees(baseFee.shiftLeft(1).add(priority), priority);
  }

  /**
   * Fees for a replacement: at least an eighth more in both parts, as nodes require, and no less
   * than the market asks.
   */
  public Fees raisedTo(Fees market) {
    return new Fees(raise(max).max(market.max()), raise(priority).max(market.priority()));
  }

  private static BigInteger raise(BigInteger fee) {
    return fee.multiply(NINE).divide(EIGHT).add(BigInteger.ONE);
  }
}
