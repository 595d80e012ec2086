package org.softpause.authz.anchoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressWatchTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000);

  private final ProgressWatch watch = new ProgressWatch(Duration.ofSeconds(10));

  @Test
  void aReplicaWithoutProgressGivesUpOnceTheLeasesLengthHasPassed() {
    assertThat(watch.givesUp(false, NOW)).isFalse();
    assertThat(watch.givesUp(false, NOW.plusMillis(9_999))).isFalse();
    assertThat(watch.givesUp(false, NOW.plusSeconds(10))).isTrue();
  }

  @Test
  void progressStartsTheTimeAnew() {
    watch.givesUp(false, NOW);
    assertThat(watch.givesUp(true, NOW.plusSeconds(9))).isFalse();
    assertThat(watch.givesUp(false, NOW.plusSeconds(10))).isFalse();
    assertThat(watch.givesUp(false, NOW.plusSeconds(19))).isFalse();
    assertThat(watch.givesUp(false, NOW.plusSeconds(20))).isTrue();
  }

  @Test
  void whoGaveUpStandsBackForAsLongAndThenTriesAgain() {
    assertThat(watch.standsBack(NOW)).isFalse();
    watch.givesUp(false, NOW);
    watch.givesUp(false, NOW.plusSeconds(10));
    assertThat(watch.standsBack(NOW.plusMillis(19_999))).isTrue();
    assertThat(watch.standsBack(NOW.plusSeconds(20))).isFalse();
    assertThat(watch.givesUp(false, NOW.plusSeconds(20))).isFalse();
  }
}
