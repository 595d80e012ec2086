package org.softpause.authz.ethereum;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeesTest {
  private static final Fees LOW = fees(800, 80);

  @Test
  void aFirstOfferLeavesRoomForTheBaseFeeToDouble() {
    assertThat(Fees.over(BigInteger.valueOf(100), BigInteger.valueOf(7))).isEqualTo(fees(207, 7));
  }

  @Test
  void aReplacementOffersMoreThanAnEighthMoreInBothParts() {
    assertThat(LOW.raisedTo(fees(1, 1))).isEqualTo(fees(901, 91));
  }

  @Test
  void aReplacementOffersNoLessThanTheMarketAsks() {
    assertThat(LOW.raisedTo(fees(2_000, 1))).isEqualTo(fees(2_000, 91));
    assertThat(LOW.raisedTo(fees(1, 2_00))).isEqualTo(fees(901, 200));
  }

  @Test
  void evenAFeeOfNothingRises() {
    assertThat(fees(0, 0).raisedTo(fees(0, 0))).isEqualTo(fees(1, 1));
  }

  @Test
  void theMarketAsksTheNextBaseFeeAndTheMedianOfWhatWasPaid() {
    assertThat(Fees.suggested(wei(50, 60, 100), wei(9, 0, 3, 0, 7), BigInteger.TWO))
        .isEqualTo(fees(207, 7));
  }

  @Test
  void whereBlocksAreEmptyTheNodesTipCountsAndNoTipIsNothing() {
    assertThat(Fees.suggested(wei(100), wei(0, 0), BigInteger.TWO)).isEqualTo(fees(202, 2));
    assertThat(Fees.suggested(wei(0), wei(), BigInteger.ZERO)).isEqualTo(fees(1, 1));
  }

  @Test
  void withoutRoomIsTheBaseFeeAndTheTip() {
    assertThat(Fees.over(BigInteger.valueOf(100), BigInteger.valueOf(7)).withoutRoom())
        .isEqualTo(107);
  }

  private static List<BigInteger> wei(long... amounts) {
    return Arrays.stream(amounts).mapToObj(BigInteger::valueOf).toList();
  }

  private static Fees fees(long max, long priority) {
    return new Fees(BigInteger.valueOf(max), BigInteger.valueOf(priority));
  }
}
