package org.softpause.e2e.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PollTest {
  private static final Duration LIMIT = Duration.ofHours(1);

  @Test
  void aPollWaitsBetweenTwoQuestionsOnly() {
    Iterator<Optional<String>> answers =
        List.of(Optional.<String>empty(), Optional.<String>empty(), Optional.of("yes")).iterator();
    List<Duration> pauses = new ArrayList<>();
    assertThat(Poll.until("an answer", LIMIT, answers::next, pauses::add)).isEqualTo("yes");
    assertThat(pauses).hasSize(2).allMatch(Duration::isPositive);
  }

  @Test
  void aPollThatGetsNoAnswerInTimeNamesWhatWasAwaited() {
    Duration over = Duration.ofSeconds(-1);
    assertThatThrownBy(() -> Poll.until("an answer", over, Optional::empty, pause -> {}))
        .isInstanceOf(TimedOut.class)
        .hasMessageContaining("an answer");
  }

  @Test
  void anInterruptedPollKeepsTheInterrupt() {
    assertThatThrownBy(
            () ->
                Poll.until(
                    "an answer",
                    LIMIT,
                    Optional::empty,
                    pause -> {
                      throw new InterruptedException();
                    }))
        .isInstanceOf(UncheckedInterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
