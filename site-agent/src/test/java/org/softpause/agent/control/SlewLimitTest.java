package org.softpause.agent.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlewLimitTest {
  private final SlewLimit slew = new SlewLimit(1000);

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
    assertThatThrownBy(() -> new SlewLimit(0)).hasMessageContaining("slewBpsPerSecond");
    assertThatThrownBy(() -> new SlewLimit(10_001)).hasMessageContaining("slewBpsPerSecond");
  }
}
