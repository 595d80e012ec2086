package org.softpause.agent.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlewLimitTest {
  private final SlewLimit slew = new SlewLimit(1000, 5);

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
    assertThatThrownBy(() -> new SlewLimit(0, 5)).hasMessageContaining("slewBpsPerSecond");
    assertThatThrownBy(() -> new SlewLimit(10_001, 5)).hasMessageContaining("slewBpsPerSecond");
    assertThatThrownBy(() -> new SlewLimit(1000, 0)).hasMessageContaining("minRampSeconds");
  }

  @Test
  void theSlowestAndTheFastestLimitAreAccepted() {
    Duration second = Duration.ofSeconds(1);
    assertThat(new SlewLimit(1, 5).next(10_000, 500, second)).isEqualTo(9999);
    assertThat(new SlewLimit(10_000, 1).next(500, 10_000, second)).isEqualTo(10_000);
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
    SlewLimit limit = new SlewLimit(1000, minRampSeconds);
    assertThat(limit.next(500, 10_000, Duration.ofMillis(millis))).isEqualTo(500 + step);
  }

  @Test
  void aCutIsNotSlowedByTheShortestRamp() {
    assertThat(new SlewLimit(1000, 86_400).next(10_000, 500, Duration.ofSeconds(1)))
        .isEqualTo(9000);
  }
}
