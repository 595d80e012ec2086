package org.softpause.agent.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryBackoffTest {
  private static final long START = Duration.ofHours(5).toNanos();

  private static RetryBackoff failed(Duration longest, int times) {
    RetryBackoff backoff = new RetryBackoff(longest);
    for (int i = 0; i < times; i++) {
      backoff.failed(START);
    }
    return backoff;
  }

  @Test
  void withoutAFailureAnAttemptIsAlwaysDue() {
    RetryBackoff backoff = new RetryBackoff(Duration.ofSeconds(10));
    assertThat(backoff.isDue(Long.MIN_VALUE)).isTrue();
    backoff.failed(START);
    assertThat(backoff.isDue(START)).isFalse();
    backoff.succeeded();
    assertThat(backoff.isDue(START)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 4", "4, 8", "5, 10", "100, 10"})
  void theWaitDoublesWithEveryFailureUpToTheLimit(int failures, long seconds) {
    RetryBackoff backoff = failed(Duration.ofSeconds(10), failures);
    long due = START + Duration.ofSeconds(seconds).toNanos();
    assertThat(backoff.isDue(due - 1)).isFalse();
    assertThat(backoff.isDue(due)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"10, 512", "11, 1024", "12, 1024", "64, 1024", "65, 1024"})
  void theWaitStopsDoublingLongBeforeItOverflows(int failures, long seconds) {
    RetryBackoff backoff = failed(Duration.ofDays(1), failures);
    long due = START + Duration.ofSeconds(seconds).toNanos();
    assertThat(backoff.isDue(due - 1)).isFalse();
    assertThat(backoff.isDue(due)).isTrue();
  }
}
