package org.softpause.frost;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.frost.FrostException.InvalidSignature;
import org.softpause.frost.FrostException.MalformedEncoding;

class VerificationTest {
  private static final byte[] MESSAGE = "the id of a decision".getBytes(UTF_8);

  private final SeededRandom random = new SeededRandom(23);
  private final TestGroup group = TestGroup.random(2, 3, random);
  private final VerifyingKey key = group.publicKeys().verifyingKey();
  private final TestSigning signing = group.begin(MESSAGE, random, 1, 3);
  private final Signature signature = signing.aggregate(signing.shares());

  @Test
  void aSignatureSurvivesItsEncodings() {
    assertThat(Signature.decode(signature.encode())).isEqualTo(signature);
    assertThat(Signature.fromCoordinates(signature.rx(), signature.ry(), signature.z()))
        .isEqualTo(signature);
    assertThat(VerifyingKey.fromCoordinates(key.x(), key.y())).isEqualTo(key);
    assertThat(VerifyingKey.decode(key.encode())).isEqualTo(key);
  }

  @Test
  void anotherMessageIsRefused() {
    byte[] other = MESSAGE.clone();
    other[0] ^= 1;
    refused(key, other, signature);
    refused(key, Arrays.copyOf(MESSAGE, MESSAGE.length + 1), signature);
    refused(key, new byte[0], signature);
  }

  @Test
  void anotherKeyIsRefused() {
    refused(TestGroup.random(2, 3, random).publicKeys().verifyingKey(), MESSAGE, signature);
    BigInteger p = Element.GROUP.getCurve().getField().getCharacteristic();
    refused(VerifyingKey.fromCoordinates(key.x(), p.subtract(key.y())), MESSAGE, signature);
  }

  @Test
  void theMirrorImageOfAResponseOrOfACommitmentIsRefused() {
    Scalar mirrored = signature.response().negate();
    refused(key, MESSAGE, Signature.of(signature.commitment(), mirrored));
    byte[] bytes = signature.encode();
    bytes[0] ^= 1;
    refused(key, MESSAGE, Signature.decode(bytes));
  }

  @ParameterizedTest
  @ValueSource(ints = {33, 40, 63, 64})
  void aResponseWithOneBitFlippedIsRefused(int at) {
    byte[] bytes = signature.encode();
    bytes[at] ^= 1;
    refused(key, MESSAGE, Signature.decode(bytes));
  }

  @Test
  void theCommitmentOfAnotherSignatureIsRefused() {
    TestSigning again = group.begin(MESSAGE, random, 1, 2);
    Signature other = again.aggregate(again.shares());
    key.verify(MESSAGE, other);
    refused(key, MESSAGE, Signature.of(other.commitment(), signature.response()));
  }

  @Test
  void theRegistrysRangesAreCheckedWhereASignatureIsBuilt() {
    byte[] zero = signature.encode();
    Arrays.fill(zero, 33, 65, (byte) 0);
    assertThatThrownBy(() -> Signature.decode(zero)).isInstanceOf(MalformedEncoding.class);
    for (BigInteger z :
        new BigInteger[] {
          BigInteger.ZERO, BigInteger.ONE.negate(), Scalar.ORDER, Scalar.ORDER.add(signature.z())
        }) {
      assertThatThrownBy(() -> Signature.fromCoordinates(signature.rx(), signature.ry(), z))
          .isInstanceOf(MalformedEncoding.class);
    }
    assertThatThrownBy(() -> Signature.decode(Arrays.copyOf(zero, 64)))
        .hasMessage("a signature has 65 bytes, not 64");
  }

  @Test
  void aZeroChallengeOrResponseIsNeverAccepted() {
    Scalar z = signature.response();
    Element zTimesG = Element.baseTimesSecret(z);
    assertThat(key.accepts(Scalar.ZERO, zTimesG, z)).isFalse();
    Scalar c = Challenge.compute(signature.commitment(), key, MESSAGE);
    Element minusCTimesP = Element.baseTimesPlus(Scalar.ZERO, c.negate(), key.element());
    assertThat(key.accepts(c, minusCTimesP, Scalar.ZERO)).isFalse();
    assertThat(key.accepts(c, signature.commitment(), z)).isTrue();
  }

  private static void refused(VerifyingKey key, byte[] message, Signature signature) {
    assertThatThrownBy(() -> key.verify(message, signature)).isInstanceOf(InvalidSignature.class);
  }
}
