package org.softpause.agent.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CeilingPlanTest {
  @ParameterizedTest
  @CsvSource({"true, 500, 3000", "true, 5000, 3000", "false, 500, 500", "false, 5000, 3000"})
  void withoutAProofTheTargetNeverExceedsThePreviousOne(
      boolean mayRaise, int previous, int target) {
    assertThat(new CeilingPlan(3000, 20_000, "", "").targetBps(mayRaise, previous))
        .isEqualTo(target);
  }

  @ParameterizedTest
  @CsvSource({"10000, 19999", "9999, 19997", "5000, 9999", "1, 1", "0, 0"})
  void theThroughputAllowedIsRoundedDown(int bps, long pflops) {
    assertThat(new CeilingPlan(bps, 19_999, "", "").allowedPflops(bps)).isEqualTo(pflops);
  }
}
