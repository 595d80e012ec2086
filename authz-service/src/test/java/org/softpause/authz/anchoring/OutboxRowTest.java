package org.softpause.authz.anchoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.softpause.protocol.Bytes32;

class OutboxRowTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000);

  private final OutboxRow row = new OutboxRow(Bytes32.ZERO, NOW);

  @Test
  void aNewCertificateIsDueAtOnce() {
    assertThat(row.isDue(NOW)).isTrue();
  }

  @ParameterizedTest(name = "refusal {0} waits {1} s")
  @CsvSource({"1, 1", "2, 2", "3, 4", "6, 32", "7, 64", "8, 64", "50, 64"})
  void eachRefusalDoublesTheWaitUpToAboutAMinute(int refusals, int seconds) {
    for (int i = 0; i < refusals; i++) {
      row.refused("SlotTaken", NOW);
    }
    assertThat(row.isDue(NOW.plusSeconds(seconds).minusMillis(1))).isFalse();
    assertThat(row.isDue(NOW.plusSeconds(seconds))).isTrue();
    assertThat(row.refusal()).isEqualTo("SlotTaken");
  }

  @Test
  void aReasonIsNewOnceUntilTheRegistryWouldTakeItAgain() {
    assertThat(row.refused("SlotTaken", NOW)).isTrue();
    assertThat(row.refused("SlotTaken", NOW)).isFalse();
    row.passed();
    assertThat(row.refusal()).isNull();
    assertThat(row.refused("SlotTaken", NOW)).isTrue();
  }

  @Test
  void aLongRefusalIsCutToWhatTheDatabaseTakes() {
    row.refused("x".repeat(501), NOW);
    assertThat(row.refusal()).isEqualTo("x".repeat(500));
  }

  @Test
  void aClockSetBackAnHourMakesNoWaitLongerThanTheLongest() {
    row.refused("SlotTaken", NOW);
    assertThat(row.isDue(NOW.minusSeconds(3_600))).isTrue();
    assertThat(row.isDue(NOW.plusSeconds(1).minusSeconds(65))).isTrue();
    assertThat(row.isDue(NOW.plusSeconds(1).minusSeconds(64))).isFalse();
  }
}
