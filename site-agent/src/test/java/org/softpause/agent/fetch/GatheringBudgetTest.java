package org.softpause.agent.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GatheringBudgetTest {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final GatheringBudget budget = new GatheringBudget(nanos::get);

  @Test
  void requestsEndWithTheTime() {
    nanos.addAndGet(GatheringBudget.MOST_TIME.toNanos() - 1);
    assertThatCode(budget::requireTime).doesNotThrowAnyException();
    nanos.incrementAndGet();
    assertThatThrownBy(budget::requireTime).hasMessageContaining("at most 60 s");
  }

  @Test
  void answersEndWithTheBytes() {
    budget.spend(GatheringBudget.MOST_BYTES - 7, 0);
    assertThat(budget.nextAnswer(100)).isEqualTo(7);
    budget.spend(7, 0);
    assertThatThrownBy(() -> budget.nextAnswer(100)).hasMessageContaining("bytes");
  }

  @Test
  void entriesAreCountedOverAllAnswers() {
    budget.spend(0, GatheringBudget.MOST_ENTRIES);
    assertThatThrownBy(() -> budget.spend(0, 1)).hasMessageContaining("20000 entries");
  }
}
