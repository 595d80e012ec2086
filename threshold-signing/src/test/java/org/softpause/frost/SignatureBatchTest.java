package org.softpause.frost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.frost.FrostException.InvalidBatch;

/** Signatures of one key holder, made without a committee for speed. */
class SignatureBatchTest {
  private static final Scalar ONE = Scalar.of(new Identifier(1));
  private final SeededRandom random = new SeededRandom(81);
  private final Scalar secret = scalar();
  private final VerifyingKey key = new VerifyingKey(Element.baseTimesSecret(secret));
  private final List<byte[]> messages = new ArrayList<>();
  private final List<Signature> signatures = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 4, 5, 6, 33, 100})
  void goodSignaturesVerifyTogether(int size) {
    sign(size);
    assertThat(batch().size()).isEqualTo(size);
    batch().verify(random);
    assertThat(batch().combinationHolds(random)).as("without looking at each").isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 5, 20})
  void everyBadEntryIsNamedWhereverItStands(int size) {
    sign(size);
    for (int bad = 0; bad < size; bad++) {
      Signature good = signatures.get(bad);
      signatures.set(bad, withResponse(good, good.response().plus(ONE)));
      named(bad);
      signatures.set(bad, good);
    }
  }

  @Test
  void severalBadEntriesAreAllNamed() {
    sign(12);
    messages.set(3, messages.get(4));
    signatures.set(7, signatures.get(8));
    signatures.set(
        11, Signature.of(signatures.get(10).commitment(), signatures.get(11).response()));
    assertThatThrownBy(() -> batch().verify(random))
        .isInstanceOfSatisfying(
            InvalidBatch.class,
            refusal -> {
              assertThat(refusal.entries()).containsExactly(3, 7, 11);
              assertThat(refusal.culprits()).isEmpty();
            })
        .hasMessage("entries [3, 7, 11] do not verify under this key");
  }

  @Test
  void errorsThatCancelInAPlainSumAreNamed() {
    sign(8);
    Signature one = signatures.get(2);
    Signature other = signatures.get(5);
    signatures.set(2, withResponse(one, one.response().plus(ONE)));
    signatures.set(5, withResponse(other, other.response().plus(ONE.negate())));
    named(2, 5);
  }

  @Test
  void swappedCommitmentsWhoseSumIsRightAreNamed() {
    sign(6);
    Signature one = signatures.get(0);
    Signature other = signatures.get(1);
    signatures.set(0, Signature.of(other.commitment(), one.response()));
    signatures.set(1, Signature.of(one.commitment(), other.response()));
    named(0, 1);
  }

  @Test
  void aSignatureUnderAnotherKeyIsNamed() {
    sign(7);
    VerifyingKey other = new VerifyingKey(Element.baseTimesSecret(scalar()));
    SignatureBatch batch = new SignatureBatch(other);
    for (int i = 0; i < 7; i++) {
      batch.add(messages.get(i), signatures.get(i));
    }
    assertThatThrownBy(() -> batch.verify(random))
        .isInstanceOfSatisfying(
            InvalidBatch.class, refusal -> assertThat(refusal.entries()).hasSize(7));
  }

  @Test
  void theSameSignatureTwiceIsAllowed() {
    sign(6);
    messages.set(5, messages.get(0));
    signatures.set(5, signatures.get(0));
    batch().verify(random);
  }

  @Test
  void theCoefficientsComeFromTheGivenSource() {
    sign(8);
    Signature one = signatures.get(2);
    signatures.set(2, withResponse(one, one.response().plus(ONE)));
    batch().verify(new Zeros());
    named(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void aSmallBatchIsCheckedOneByOneAndNeedsNoRandomness(int size) {
    sign(size);
    signatures.set(0, withResponse(signatures.get(0), signatures.get(0).response().plus(ONE)));
    assertThatThrownBy(() -> batch().verify(new Zeros())).isInstanceOf(InvalidBatch.class);
  }

  /**
   * With a challenge of zero R = z·G holds under every key, which is why the registry refuses it
   * too.
   */
  @Test
  void aZeroChallengeIsNamedThoughTheEquationHolds() {
    sign(5);
    Scalar z = scalar();
    SignatureBatch batch = batch();
    batch.add(Scalar.ZERO, Signature.of(Element.baseTimesSecret(z), z));
    assertThatThrownBy(() -> batch.verify(random))
        .isInstanceOfSatisfying(
            InvalidBatch.class, refusal -> assertThat(refusal.entries()).containsExactly(5));
  }

  private SignatureBatch batch() {
    SignatureBatch batch = new SignatureBatch(key);
    for (int i = 0; i < messages.size(); i++) {
      batch.add(messages.get(i), signatures.get(i));
    }
    return batch;
  }

  private void named(Integer... bad) {
    assertThatThrownBy(() -> batch().verify(random))
        .isInstanceOfSatisfying(
            InvalidBatch.class, refusal -> assertThat(refusal.entries()).containsExactly(bad));
  }

  private void sign(int size) {
    for (int i = 0; i < size; i++) {
      byte[] message = new byte[32];
      random.nextBytes(message);
      Scalar nonce = scalar();
      Element commitment = Element.baseTimesSecret(nonce).normalize();
      Scalar challenge = Challenge.compute(commitment, key, message);
      messages.add(message);
      signatures.add(Signature.of(commitment, nonce.plus(challenge.times(secret))));
    }
  }

  private static Signature withResponse(Signature signature, Scalar response) {
    return Signature.of(signature.commitment(), response);
  }

  private Scalar scalar() {
    byte[] bytes = new byte[48];
    random.nextBytes(bytes);
    return Scalar.reduce(new BigInteger(1, bytes));
  }

  /** A broken source of randomness, with which the combination of any batch holds. */
  private static final class Zeros extends SecureRandom {
    @Override
    public void nextBytes(byte[] bytes) {
      Arrays.fill(bytes, (byte) 0);
    }
  }
}
