package org.softpause.protocol.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.Refusal.assertRefused;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.softpause.protocol.Rule;

class SitePowerTest {
  private static SitePower power(long peak, long ramp) {
    return new SitePower(peak, OptionalLong.of(ramp));
  }

  @Test
  void theLoadIsWithinItsBounds() {
    assertThat(new SitePower(1, OptionalLong.empty()).peakKilowatts()).isEqualTo(1);
    assertThat(power(SitePower.MOST, SitePower.MOST).peakKilowatts()).isEqualTo(100_000_000);
    assertRefused(Rule.OUT_OF_RANGE, () -> new SitePower(0, OptionalLong.empty()));
    assertRefused(Rule.OUT_OF_RANGE, () -> new SitePower(100_000_001, OptionalLong.empty()));
    assertRefused(Rule.OUT_OF_RANGE, () -> power(1, 0));
    assertRefused(Rule.OUT_OF_RANGE, () -> power(1, 100_000_001));
  }

  @Test
  void aLimitOnTheRampLetsTheWholeLoadChangeWithinADay() {
    assertThat(power(1_440, 1).maxRampKilowattsPerMinute()).hasValue(1);
    assertRefused(Rule.OUT_OF_RANGE, () -> power(1_441, 1));
  }

  @ParameterizedTest
  @CsvSource({"10000, 20000", "5000, 10000", "1, 2", "0, 0", "9999, 19998"})
  void theLoadFollowsTheCeiling(int bps, long kilowatts) {
    assertThat(new SitePower(20_000, OptionalLong.empty()).kilowatts(bps)).isEqualTo(kilowatts);
  }

  @Test
  void aPartOfAKilowattCountsAsAWholeOne() {
    assertThat(new SitePower(3, OptionalLong.empty()).kilowatts(5_000)).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "20000, 1200, 60000, 600",
    "20000, 1200, 1000, 10",
    "20000, 1200, 99, 0",
    "20000, 1200, 100, 1",
    "1440, 1, 8639, 0",
    "1440, 1, 8640, 1",
    "20000, 1200, -1, 0",
    "100000000, 100000000, 2000000, 166666"
  })
  void theCeilingChangesNoFasterThanTheGridAllows(long peak, long ramp, long millis, long bps) {
    assertThat(power(peak, ramp).mostBps(millis)).isEqualTo(bps);
  }

  @Test
  void withoutALimitTheGridHoldsNothingBack() {
    assertThat(new SitePower(1, OptionalLong.empty()).mostBps(0)).isEqualTo(Long.MAX_VALUE);
  }
}
