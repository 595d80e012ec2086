package org.softpause.frost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.softpause.frost.dkg.SecretShare;
import org.softpause.frost.dkg.Seed;

class SecretsTest {
  private static final byte[] BYTES = HexFormat.of().parseHex("1f".repeat(Scalar.LENGTH));

  private final SigningShare share = SigningShare.fromSecretBytes(BYTES);

  @Test
  void secretsPrintNothing() {
    assertThat(share).hasToString("SigningShare[redacted]");
    assertThat(Seed.fromSecretBytes(BYTES)).hasToString("Seed[redacted]");
    assertThat(SecretShare.fromSecretBytes(BYTES)).hasToString("SecretShare[redacted]");
    assertThat(SecretBytes.copyOf(BYTES)).hasToString("SecretBytes[redacted]");
    assertThat(Scalar.decode(BYTES)).hasToString("Scalar[redacted]");
    assertThat(TestGroup.random(2, 2, new SeededRandom(1)).key(1).toString())
        .contains("signingShare=SigningShare[redacted]");
  }

  @Test
  void secretsCompareByValueAndHashTheSame() {
    byte[] other = BYTES.clone();
    other[31] ^= 1;
    assertThat(share)
        .isEqualTo(SigningShare.fromSecretBytes(BYTES))
        .isNotEqualTo(SigningShare.fromSecretBytes(other))
        .hasSameHashCodeAs(SigningShare.fromSecretBytes(other));
    assertThat(Seed.fromSecretBytes(BYTES))
        .isEqualTo(Seed.fromSecretBytes(BYTES))
        .isNotEqualTo(Seed.fromSecretBytes(other));
    assertThat(SecretShare.fromSecretBytes(BYTES))
        .isEqualTo(SecretShare.fromSecretBytes(BYTES))
        .isNotEqualTo(SecretShare.fromSecretBytes(other));
  }

  @Test
  void aSecretIsEqualToNothingOfAnotherKind() {
    for (Object secret :
        List.of(
            share,
            Seed.fromSecretBytes(BYTES),
            SecretShare.fromSecretBytes(BYTES),
            SecretBytes.copyOf(BYTES),
            Scalar.decode(BYTES))) {
      assertThat(secret).isNotEqualTo(null).isNotEqualTo("secret");
    }
  }

  @Test
  void thePublicCounterpartIsWorkedOutOnce() {
    assertThat(share.verifyingShare()).isSameAs(share.verifyingShare());
  }

  @Test
  void aSecretKeepsItsOwnCopy() {
    byte[] callers = BYTES.clone();
    SigningShare kept = SigningShare.fromSecretBytes(callers);
    callers[0] ^= 1;
    kept.exposeSecretBytes()[0] ^= 1;
    assertThat(kept.exposeSecretBytes()).isEqualTo(BYTES);
  }

  @Test
  void aDestroyedSecretIsOfNoUse() {
    share.destroy();
    assertThatThrownBy(share::exposeSecretBytes)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("this secret has been destroyed");
    assertThatThrownBy(() -> RoundOne.commit(share, new SeededRandom(1)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aDestroyedShareHasNoPublicCounterpartToShow() {
    assertThat(share.verifyingShare()).isNotNull();
    share.destroy();
    assertThatThrownBy(share::verifyingShare).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aDestroyedPartOfASecretIsOfNoUse() {
    SecretShare part = SecretShare.fromSecretBytes(BYTES);
    part.destroy();
    assertThatThrownBy(part::scalar).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void destroyingWipesTheBytesKept() {
    byte[] kept = BYTES.clone();
    SecretBytes.owning(kept).destroy();
    assertThat(kept).containsOnly(0);
  }

  @Test
  void theCopyThatIsReadIsWipedWhetherOrNotItCouldBeRead() {
    List<byte[]> copies = new ArrayList<>();
    assertThat(share.<Boolean>readSecretBytes(copies::add)).isTrue();
    assertThatThrownBy(
            () ->
                share.readSecretBytes(
                    copy -> {
                      copies.add(copy);
                      throw new IllegalStateException("unreadable");
                    }))
        .hasMessage("unreadable");
    assertThat(copies).hasSize(2).allSatisfy(copy -> assertThat(copy).containsOnly(0));
    assertThat(share.exposeSecretBytes()).isEqualTo(BYTES);
  }

  @Test
  void randomBytesAreWipedOnceASecretIsMadeOfThem() {
    HeldRandom held = new HeldRandom(2);
    RoundOne.commit(share, held);
    Seed.generate(held);
    assertThat(held.filled()).hasSize(3).allSatisfy(drawn -> assertThat(drawn).containsOnly(0));
  }
}
