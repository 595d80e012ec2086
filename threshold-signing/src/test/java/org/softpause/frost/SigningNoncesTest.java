package org.softpause.frost;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.softpause.frost.FrostException.MalformedEncoding;
import org.softpause.frost.FrostException.NoncesConsumed;

class SigningNoncesTest {
  private final SeededRandom random = new SeededRandom(11);
  private final TestGroup group = TestGroup.random(2, 3, random);
  private final TestSigning signing = group.begin("id".getBytes(UTF_8), random, 1, 2);

  @Test
  void noncesNeverServeTwice() {
    signing.share(1);
    assertThatThrownBy(() -> signing.share(1))
        .isInstanceOf(NoncesConsumed.class)
        .hasMessage("these nonces have served once and never serve again");
  }

  @Test
  void noncesLeaveNoSecretBehindOnceTheyHaveServed() {
    signing.share(1);
    assertThatThrownBy(() -> signing.nonces(1).exposeSecretBytes())
        .isInstanceOf(NoncesConsumed.class);
    assertThat(signing.nonces(1).commitments()).isNotNull();
  }

  @Test
  void noncesOfARejectedDecisionNeverServe() {
    signing.nonces(1).destroy();
    assertThatThrownBy(() -> signing.share(1)).isInstanceOf(NoncesConsumed.class);
  }

  @Test
  void ofManyThreadsWithTheSameNoncesOneGetsAShare() throws Exception {
    Callable<Integer> attempt =
        () -> {
          try {
            signing.share(1);
            return 1;
          } catch (NoncesConsumed late) {
            return 0;
          }
        };
    int shares = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Integer> outcome :
          threads.invokeAll(IntStream.range(0, 16).mapToObj(i -> attempt).toList())) {
        shares += outcome.get();
      }
    }
    assertThat(shares).isEqualTo(1);
  }

  @Test
  void storedNoncesComeBackWithTheSameCommitmentsAndSignTheSame() {
    SigningNonces drawn = signing.nonces(1);
    SigningNonces stored = SigningNonces.fromSecretBytes(drawn.exposeSecretBytes());
    assertThat(stored.commitments()).isEqualTo(drawn.commitments());
    assertThat(RoundTwo.sign(group.key(1), stored, signing.signingPackage()))
        .isEqualTo(signing.share(1));
  }

  @Test
  void everyDrawIsNew() {
    SigningShare share = group.key(1).signingShare();
    assertThat(RoundOne.commit(share, random).commitments())
        .isNotEqualTo(RoundOne.commit(share, random).commitments());
  }

  @Test
  void aFailedSourceOfRandomnessGivesMembersDifferentNonces() {
    SigningCommitments alices =
        RoundOne.commit(group.key(1).signingShare(), new SeededRandom(0)).commitments();
    SigningCommitments bobs =
        RoundOne.commit(group.key(2).signingShare(), new SeededRandom(0)).commitments();
    assertThat(alices.hiding()).isNotEqualTo(bobs.hiding());
    assertThat(alices.binding()).isNotEqualTo(bobs.binding());
  }

  @Test
  void storedBytesOfTheWrongLengthOrZeroAreRefused() {
    byte[] good = signing.nonces(1).exposeSecretBytes();
    byte[] zeroBinding = good.clone();
    Arrays.fill(zeroBinding, 32, 64, (byte) 0);
    for (byte[] bad : new byte[][] {new byte[63], new byte[65], new byte[64], zeroBinding}) {
      assertThatThrownBy(() -> SigningNonces.fromSecretBytes(bad))
          .isInstanceOf(MalformedEncoding.class);
    }
  }

  @Test
  void noncesPrintNothing() {
    assertThat(signing.nonces(1)).hasToString("SigningNonces[redacted]");
    assertThat(signing.nonces(1).consume().toString())
        .isEqualTo("Pair[hiding=Scalar[redacted], binding=Scalar[redacted]]");
  }
}
