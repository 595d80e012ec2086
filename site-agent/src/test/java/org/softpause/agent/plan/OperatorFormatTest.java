package org.softpause.agent.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OperatorFormatTest {
  @Test
  void basisPointsAreShownAsPerCentWithTwoPlaces() {
    assertThat(OperatorFormat.percent(500)).isEqualTo("5.00 %");
    assertThat(OperatorFormat.percent(1234)).isEqualTo("12.34 %");
    assertThat(OperatorFormat.percent(9)).isEqualTo("0.09 %");
    assertThat(OperatorFormat.percent(10_000)).isEqualTo("100.00 %");
  }

  @Test
  void timesAreShownInUniversalTime() {
    assertThat(OperatorFormat.time(1_800_000_000)).isEqualTo("2027-01-15T08:00:00Z");
  }
}
