package org.softpause.authz.ethereum;

import java.math.BigInteger;
import java.util.List;

/**
 * The fees offered for a unit of gas, in wei (EIP-1559).
 *
 * @param max the most that is paid in all
 * @param priority the part for the block's proposer, at most {@code max}
 */
public record Fees(BigInteger max, BigInteger priority) {
  private static final BigInteger EIGHT = BigInteger.valueOf(8);
  private static final BigInteger NINE = BigInteger.valueOf(9);

  /** No fees at all. */
  static final Fees NONE = new Fees(BigInteger.ZERO, BigInteger.ZERO);

  /**
   * What the market asks, after the answer to {@code eth_feeHistory}: the base fee of the next
   * block and the median of what recent blocks paid as a tip.
   *
   * @param baseFees base fees of past blocks and, last, of the next one
   * @param tips the tips that past blocks paid; those of empty blocks are zero and do not count
   * @param tipOfNode what the node suggests, where no block had a transaction
   */
  static Fees suggested(List<BigInteger> baseFees, List<BigInteger> tips, BigInteger tipOfNode) {
    List<BigInteger> paid = tips.stream().filter(tip -> tip.signum() > 0).sorted().toList();
    BigInteger tip = paid.isEmpty() ? tipOfNode : paid.get(paid.size() / 2);
    return over(baseFees.getLast(), tip.max(BigInteger.ONE));
  }

  /** What a transaction costs in the next block: the base fee and the tip, without any room. */
  public BigInteger withoutRoom() {
    return max.add(priority).shiftRight(1);
  }

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
