package org.softpause.authz.anchoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TransactionCountCheckTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000);
  private static final RecordedNonces NOTHING = recorded(OptionalLong.empty());

  /** 4 is consumed; 5 and 6 are not; 7 was never handed out. */
  private static final RecordedNonces KNOWN = recorded(OptionalLong.of(4), 5L, 6L, 8L);

  private final TransactionCountCheck check = new TransactionCountCheck(Duration.ofSeconds(30));

  @Test
  void withoutAnythingRecordedTheCountIsAllThereIs() {
    assertThat(check.doubt(57, NOTHING, NOW)).isEmpty();
  }

  @Test
  void aCountThatFitsTheRecordIsBelieved() {
    for (long count = 5; count <= 7; count++) {
      assertThat(check.doubt(count, KNOWN, NOW)).isEmpty();
    }
  }

  @Test
  void aFirstCountThatWasWrongIsCorrectedAtOnce() {
    assertThat(check.doubt(1, recorded(OptionalLong.empty(), 256L, 257L), NOW)).isEmpty();
  }

  @Test
  void aCountBeyondAllKnownNoncesIsBelievedOnceItHasHeld() {
    assertThat(check.doubt(8, KNOWN, NOW)).hasValue("8, though at most 7 are known");
    assertThat(check.doubt(9, KNOWN, NOW.plusSeconds(29))).isPresent();
    assertThat(check.doubt(9, KNOWN, NOW.plusSeconds(30))).isEmpty();
  }

  @Test
  void aCountBelowWhatWasConsumedIsBelievedOnceItHasHeld() {
    assertThat(check.doubt(4, KNOWN, NOW)).hasValue("4, though 5 were counted before");
    assertThat(check.doubt(4, KNOWN, NOW.plusSeconds(29))).isPresent();
    assertThat(check.doubt(4, KNOWN, NOW.plusSeconds(30))).isEmpty();
  }

  @Test
  void aCountThatFallsFurtherStartsTheWaitAnew() {
    assertThat(check.doubt(4, KNOWN, NOW)).isPresent();
    assertThat(check.doubt(3, KNOWN, NOW.plusSeconds(30))).isPresent();
    assertThat(check.doubt(3, KNOWN, NOW.plusSeconds(59))).isPresent();
    assertThat(check.doubt(3, KNOWN, NOW.plusSeconds(60))).isEmpty();
  }

  @Test
  void oneCountThatFitsStartsTheWaitAnew() {
    assertThat(check.doubt(256, KNOWN, NOW)).isPresent();
    assertThat(check.doubt(5, KNOWN, NOW.plusSeconds(20))).isEmpty();
    assertThat(check.doubt(256, KNOWN, NOW.plusSeconds(40))).isPresent();
    assertThat(check.doubt(256, KNOWN, NOW.plusSeconds(69))).isPresent();
    assertThat(check.doubt(256, KNOWN, NOW.plusSeconds(70))).isEmpty();
  }

  private static RecordedNonces recorded(OptionalLong consumed, Long... open) {
    return new RecordedNonces(consumed, new TreeSet<>(Arrays.asList(open)));
  }
}
