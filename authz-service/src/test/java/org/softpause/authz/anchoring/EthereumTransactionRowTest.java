package org.softpause.authz.anchoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.softpause.authz.anchoring.EthereumTransactionRow.Offer;
import org.softpause.authz.ethereum.Fees;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Keccak256;

class EthereumTransactionRowTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final SenderAccount ACCOUNT =
      new SenderAccount(31_337, Address.parse("0x00000000000000000000000000000000000000aa"));
  private static final Offer OFFER =
      new Offer(7, 21_000, new Fees(BigInteger.TEN.pow(30), BigInteger.TWO));

  private final EthereumTransactionRow row = row(new NonceOwner(Bytes32.ZERO));

  @Test
  void whatWasOfferedComesBackWhole() {
    assertThat(row.hash()).isEqualTo(Keccak256.hash(new byte[] {1, 2}));
    assertThat(row.raw()).containsExactly(1, 2);
    assertThat(row.offer()).isEqualTo(OFFER);
    assertThat(row.account()).isEqualTo(ACCOUNT);
    assertThat(row.owner()).isEqualTo(new NonceOwner(Bytes32.ZERO));
    assertThat(row(NonceOwner.CANCELLATION).owner()).isEqualTo(NonceOwner.CANCELLATION);
  }

  @Test
  void aTransactionHasWaitedOnceMoreThanThePatienceHasPassedSinceItWasFirstSent() {
    assertThat(row.isSent()).isFalse();
    assertThat(row.hasWaited(PATIENCE, NOW.plusSeconds(3_600))).isFalse();
    row.sent(NOW);
    row.sent(NOW.plusSeconds(30));
    assertThat(row.isSent()).isTrue();
    assertThat(row.hasWaited(PATIENCE, NOW.plusSeconds(60))).isFalse();
    assertThat(row.hasWaited(PATIENCE, NOW.plusSeconds(61))).isTrue();
  }

  @Test
  void aClockSetBackAnHourDoesNotKeepItFromBeingReplaced() {
    row.sent(NOW);
    assertThat(row.hasWaited(PATIENCE, NOW.minusSeconds(60))).isFalse();
    assertThat(row.hasWaited(PATIENCE, NOW.minusSeconds(3_600))).isTrue();
  }

  @Test
  void aTransactionIsSettledOnceABlockHoldsOneOfItsNonce() {
    assertThat(row.isSettled()).isFalse();
    row.settle(NOW);
    assertThat(row.isSettled()).isTrue();
  }

  private static EthereumTransactionRow row(NonceOwner owner) {
    return new EthereumTransactionRow(owner, ACCOUNT, OFFER, new byte[] {1, 2}, NOW);
  }
}
