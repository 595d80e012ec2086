package org.softpause.agent.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.softpause.protocol.site.SitePower;

class SlewLimitTest {
  private static final SitePower UNLIMITED = new SitePower(20_000, OptionalLong.empty());

  private final SlewLimit slew = slew(1000, 5);

  private static SlewLimit slew(int bpsPerSecond, long minRampSeconds) {
    return new SlewLimit(bpsPerSecond, minRampSeconds, UNLIMITED);
  }

  /** A limit with the operator's fastest rate, a shortest ramp of a second, and this power. */
  private static SlewLimit grid(long peakKilowatts, long rampKilowatts) {
    return new SlewLimit(10_000, 1, new SitePower(peakKilowatts, OptionalLong.of(rampKilowatts)));
  }

  @ParameterizedTest
  @CsvSource({
    "10000, 500, 1000, 9000",
    "10000, 500, 1, 9999",
    "10000, 500, 0, 10000",
    "1400, 500, 1000, 500",
    "500, 500, 1000, 500",
    "500, 10000, 1000, 1500",
    "9500, 10000, 1000, 10000",
    "500, 10000, -1000, 500"
  })
  void itMovesNoFasterThanItsLimitEitherWay(int level, int target, long millis, int next) {
    assertThat(slew.next(level, target, Duration.ofMillis(millis))).isEqualTo(next);
  }

  @Test
  void aLongStallIsNotMadeUpForInOneJump() {
    assertThat(slew.next(10_000, 0, Duration.ofHours(1))).isEqualTo(8000);
    assertThat(slew.next(0, 10_000, Duration.ofHours(1))).isEqualTo(2000);
  }

  @Test
  void aLimitOfNothingOrMoreThanEverythingIsRefused() {
    assertThatThrownBy(() -> slew(0, 5)).hasMessageContaining("slewBpsPerSecond");
    assertThatThrownBy(() -> slew(10_001, 5)).hasMessageContaining("slewBpsPerSecond");
    assertThatThrownBy(() -> slew(1000, 0)).hasMessageContaining("minRampSeconds");
  }

  @Test
  void theSlowestAndTheFastestLimitAreAccepted() {
    Duration second = Duration.ofSeconds(1);
    assertThat(slew(1, 5).next(10_000, 500, second)).isEqualTo(9999);
    assertThat(slew(10_000, 1).next(500, 10_000, second)).isEqualTo(10_000);
  }

  @ParameterizedTest
  @CsvSource({
    "600, 1000, 16",
    "600, 2000, 33",
    "600, 60000, 33",
    "86400, 8639, 0",
    "86400, 8640, 1",
    "86400, 60000, 1",
    "1, 1000, 1000"
  })
  void aRiseKeepsToTheShortestRampAndNeverStops(long minRampSeconds, long millis, int step) {
    SlewLimit limit = slew(1000, minRampSeconds);
    assertThat(limit.next(500, 10_000, Duration.ofMillis(millis))).isEqualTo(500 + step);
  }

  @Test
  void aCutIsNotSlowedByTheShortestRamp() {
    assertThat(slew(1000, 86_400).next(10_000, 500, Duration.ofSeconds(1))).isEqualTo(9000);
  }

  @ParameterizedTest
  @CsvSource({
    "20000, 1200, 1000, 10",
    "20000, 1200, 60000, 20",
    "20000, 120, 1000, 1",
    "20000, 120, 60000, 2",
    "1440, 1, 8639, 0",
    "1440, 1, 8640, 1",
    "1440, 1, 60000, 1",
    "1, 1, 1000, 166"
  })
  void aLoadChangesNoFasterThanTheRecordAllowsAndNeverStops(
      long peak, long ramp, long millis, int step) {
    SlewLimit limit = grid(peak, ramp);
    Duration since = Duration.ofMillis(millis);
    assertThat(limit.next(10_000, 500, since)).isEqualTo(10_000 - step);
    assertThat(limit.next(500, 10_000, since)).isEqualTo(500 + step);
  }

  @Test
  void aWideLimitOfTheRecordLeavesTheOthersAsTheyAre() {
    SlewLimit wide = new SlewLimit(10, 600, new SitePower(1, OptionalLong.of(SitePower.MOST)));
    assertThat(wide.next(10_000, 500, Duration.ofSeconds(1))).isEqualTo(9_990);
    assertThat(wide.next(500, 10_000, Duration.ofSeconds(1))).isEqualTo(510);
    assertThat(
            new SlewLimit(1000, 86_400, new SitePower(1, OptionalLong.of(1)))
                .next(500, 10_000, Duration.ofMillis(8_640)))
        .isEqualTo(501);
  }

  @Test
  void theTighterLimitIsNamed() {
    assertThat(grid(20_000, 1_200).describe()).contains("at most 1200 kW a minute");
    assertThat(slew(10, 5).describe()).contains("slewBpsPerSecond").contains("10 basis points");
    assertThat(new SlewLimit(10, 5, new SitePower(20_000, OptionalLong.of(1_200))).describe())
        .contains("slewBpsPerSecond");
    assertThat(new SlewLimit(11, 5, new SitePower(20_000, OptionalLong.of(1_200))).describe())
        .contains("1200 kW");
  }
}
