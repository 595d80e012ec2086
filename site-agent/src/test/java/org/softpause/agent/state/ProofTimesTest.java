package org.softpause.agent.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProofTimesTest {
  private static final ProofTimes TIMES = new ProofTimes(1000, 1100, 1050);

  @Test
  void theProvenTimeNeverFallsAndTheGraceBeginsAnew() {
    assertThat(TIMES.proven(1001, 1200)).isEqualTo(new ProofTimes(1001, 1100, 1200));
    assertThat(TIMES.proven(999, 1200)).isEqualTo(new ProofTimes(1000, 1100, 1200));
  }

  @ParameterizedTest
  @CsvSource({"1099, 1100", "1101, 1101", "1600, 1600", "1601, 1100"})
  void aReadingIsKeptIfItIsTheLatestAndNotFarPastTheProof(long reading, long kept) {
    assertThat(TIMES.seen(reading, 600)).isEqualTo(new ProofTimes(1000, kept, 1050));
  }

  @Test
  void planningNeverUsesAnEarlierReadingThanBefore() {
    assertThat(TIMES.clock(1099)).isEqualTo(1100);
    assertThat(TIMES.clock(1101)).isEqualTo(1101);
  }
}
