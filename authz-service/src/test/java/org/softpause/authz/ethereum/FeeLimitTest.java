package org.softpause.authz.ethereum;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** All fees here are in gwei. */
class FeeLimitTest {
  private static final FeeLimit HUNDRED = FeeLimit.ofGwei(BigDecimal.valueOf(100));

  @Test
  void aFirstOfferIsWhatTheMarketAsksCutAtTheCeiling() {
    assertThat(HUNDRED.first(fees(60, 2))).isEqualTo(fees(60, 2));
    assertThat(HUNDRED.first(fees(101, 2))).isEqualTo(fees(100, 2));
    assertThat(HUNDRED.first(fees(500, 200))).isEqualTo(fees(100, 100));
  }

  @Test
  void aReplacementFollowsAMarketThatRises() {
    assertThat(HUNDRED.replacement(fees(8, 1), fees(60, 4))).hasValue(fees(60, 4));
  }

  @Test
  void aReplacementOffersAtLeastAnEighthMore() {
    Fees more = HUNDRED.replacement(fees(8, 8), fees(8, 8)).orElseThrow();
    assertThat(more.max()).isEqualTo(wei(9).add(BigInteger.ONE));
    assertThat(more.priority()).isEqualTo(wei(9).add(BigInteger.ONE));
  }

  @Test
  void replacementsEndAtFiveTimesTheMarket() {
    Fees offer = fees(10, 1);
    int replacements = 0;
    Optional<Fees> next = HUNDRED.replacement(offer, fees(10, 1));
    while (next.isPresent()) {
      offer = next.get();
      replacements++;
      next = HUNDRED.replacement(offer, fees(10, 1));
    }
    assertThat(offer.max()).isLessThanOrEqualTo(wei(50));
    assertThat(offer.priority()).isLessThanOrEqualTo(wei(5));
    assertThat(replacements).isEqualTo(13);
  }

  @Test
  void replacementsEndAtTheCeilingWhateverTheMarketAsks() {
    assertThat(HUNDRED.replacement(fees(80, 1), fees(900, 1)).orElseThrow().max())
        .isEqualTo(wei(100));
    assertThat(HUNDRED.replacement(fees(90, 1), fees(900, 1))).isEmpty();
  }

  /** An eighth above 80 wei, and one, is 91. */
  @Test
  void aReplacementMayReachItsBoundsAndNotPassThem() {
    Fees eighty = new Fees(BigInteger.valueOf(80), BigInteger.valueOf(80));
    Fees reached = new Fees(BigInteger.valueOf(91), BigInteger.valueOf(91));
    assertThat(new FeeLimit(BigInteger.valueOf(91)).replacement(eighty, eighty)).hasValue(reached);
    assertThat(new FeeLimit(BigInteger.valueOf(90)).replacement(eighty, eighty)).isEmpty();
  }

  @Test
  void aTipAloneBeyondFiveTimesTheMarketEndsReplacements() {
    assertThat(HUNDRED.replacement(fees(10, 5), fees(60, 1))).isEmpty();
    assertThat(HUNDRED.replacement(fees(10, 4), fees(60, 1))).isPresent();
  }

  @Test
  void aTipOfYesterdayDoesNotKeepATransactionFromBeingReplaced() {
    assertThat(HUNDRED.replacement(new Fees(wei(20), wei(1)), new Fees(wei(40), BigInteger.ONE)))
        .isPresent();
  }

  @Test
  void aFeeIsShownInGwei() {
    assertThat(FeeLimit.inGwei(wei(12).add(wei(1).shiftRight(1)))).isEqualTo("12.5 gwei");
  }

  private static Fees fees(long max, long priority) {
    return new Fees(wei(max), wei(priority));
  }

  private static BigInteger wei(long gwei) {
    return BigInteger.TEN.pow(9).multiply(BigInteger.valueOf(gwei));
  }
}
