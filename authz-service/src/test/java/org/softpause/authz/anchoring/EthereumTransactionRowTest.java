package org.softpause.authz.anchoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.softpause.authz.ethereum.Fees;
import org.softpause.protocol.Address;

class EthereumTransactionRowTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final EthereumTransactionRow row =
      new EthereumTransactionRow(
          NonceOwner.CANCELLATION,
          new SenderAccount(31_337, Address.ZERO),
          new EthereumTransactionRow.Offer(0, 21_000, new Fees(BigInteger.TWO, BigInteger.ONE)),
          new byte[] {2},
          NOW);

  @Test
  void whatWasNeverSentDoesNotWaitForInclusion() {
    assertThat(row.hasWaited(PATIENCE, NOW.plusSeconds(3_600))).isFalse();
  }

  @Test
  void waitingBeginsWithTheFirstSending() {
    row.sent(NOW);
    row.sent(NOW.plusSeconds(20));
    assertThat(row.hasWaited(PATIENCE, NOW.plusSeconds(30))).isFalse();
    assertThat(row.hasWaited(PATIENCE, NOW.plusSeconds(30).plusMillis(1))).isTrue();
  }

  @Test
  void aClockSetBackAnHourDoesNotKeepItFromBeingReplaced() {
    row.sent(NOW);
    assertThat(row.hasWaited(PATIENCE, NOW.minusSeconds(30))).isFalse();
    assertThat(row.hasWaited(PATIENCE, NOW.minusSeconds(3_600))).isTrue();
  }
}
