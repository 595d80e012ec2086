package org.softpause.authz.ethereum;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Bounds what is offered for a unit of gas: by the operator's ceiling, and for replacements also by
 * five times what the market asks.
 *
 * @param ceiling the most that is ever offered, wei
 */
public record FeeLimit(BigInteger ceiling) {
  private static final int WEI_DIGITS_OF_GWEI = 9;
  private static final BigInteger GWEI = BigInteger.TEN.pow(WEI_DIGITS_OF_GWEI);
  private static final BigInteger TIMES_THE_MARKET = BigInteger.valueOf(5);

  /** A ceiling in gwei. */
  public static FeeLimit ofGwei(BigDecimal gwei) {
    return new FeeLimit(gwei.movePointRight(WEI_DIGITS_OF_GWEI).toBigInteger());
  }

  /** The first offer: what the market asks, cut at the ceiling. */
  public Fees first(Fees market) {
    BigInteger max = market.max().min(ceiling);
    return new Fees(max, market.priority().min(max));
  }

  /**
   * The offer that replaces another, at least an eighth above it in both parts; empty where that is
   * beyond a bound. A tip counts as at least a gwei here, since a few wei that the market asks must
   * not keep a transaction of yesterday from being replaced.
   */
  public Optional<Fees> replacement(Fees before, Fees market) {
    Fees least = before.raisedTo(Fees.NONE);
    BigInteger most = market.max().max(GWEI).multiply(TIMES_THE_MARKET).min(ceiling);
    BigInteger mostTip = market.priority().max(GWEI).multiply(TIMES_THE_MARKET).min(most);
    if (least.max().compareTo(most) > 0 || least.priority().compareTo(mostTip) > 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Fees(
            least.max().max(market.max().min(most)),
            least.priority().max(market.priority().min(mostTip))));
  }

  /** Wei as gwei, for people. */
  public static String inGwei(BigInteger wei) {
    return new BigDecimal(wei)
            .movePointLeft(WEI_DIGITS_OF_GWEI)
            .stripTrailingZeros()
            .toPlainString()
        + " gwei";
  }
}
