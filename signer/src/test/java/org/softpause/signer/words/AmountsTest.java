package org.softpause.signer.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.softpause.protocol.decision.Pflops;

class AmountsTest {
  @ParameterizedTest
  @CsvSource({"100, 1 %", "500, 5 %", "250, 2.5 %", "9999, 99.99 %", "1010, 10.1 %", "101, 1.01 %"})
  void basisPointsReadAsAPercentage(int bps, String text) {
    assertThat(Amounts.percent(bps)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1|1 PFLOP/s (about 1 H100)",
        "8|8 PFLOP/s (about 8 H100s)",
        "100|100 PFLOP/s (about 101 H100s)",
        "999|999 PFLOP/s (about 1,010 H100s)",
        "1000|1,000 PFLOP/s (about 1,011 H100s)",
        "20000|20,000 PFLOP/s (about 20,212 H100s)",
        "1234567|1,234,567 PFLOP/s (about 1,247,668 H100s)",
        "-1|18,446,744,073,709,551,615 PFLOP/s (about 18,642,490,221,030,370,505 H100s)"
      })
  void aCapacityStandsBesideItsH100sAndTheSignIsNoSign(long value, String text) {
    assertThat(Amounts.pflops(new Pflops(value))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, no time",
    "1, 1 second",
    "2, 2 seconds",
    "60, 1 minute",
    "61, 1 minute 1 second",
    "3600, 1 hour",
    "5400, 1 hour 30 minutes",
    "86400, 1 day",
    "63072000, 730 days",
    "90061, 1 day 1 hour 1 minute 1 second"
  })
  void secondsReadInTheirLargestUnits(long seconds, String text) {
    assertThat(Amounts.span(seconds)).isEqualTo(text);
  }

  @Test
  void listsReadAsPeopleSayThem() {
    assertThat(Amounts.list(List.of())).isEmpty();
    assertThat(Amounts.list(List.of("a"))).isEqualTo("a");
    assertThat(Amounts.list(List.of("a", "b"))).isEqualTo("a and b");
    assertThat(Amounts.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
  }
}
