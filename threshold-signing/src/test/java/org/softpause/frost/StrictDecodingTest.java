package org.softpause.frost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Function;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.frost.FrostException.MalformedEncoding;

/** Every encoding has one form, and any other is refused. Boundaries are walked one by one. */
class StrictDecodingTest {
  private static final BigInteger P = Element.GROUP.getCurve().getField().getCharacteristic();
  private static final byte[] G = Element.BASE.encode();

  @Test
  void scalarsReachFromZeroToJustBelowTheOrder() {
    assertThat(Scalar.decode(new byte[32]).isZero()).isTrue();
    byte[] largest = scalar(Scalar.ORDER.subtract(BigInteger.ONE));
    assertThat(Scalar.decode(largest).encode()).isEqualTo(largest);
    refused(Scalar::decode, scalar(Scalar.ORDER), "below the group order");
    refused(Scalar::decode, scalar(Scalar.ORDER.add(BigInteger.ONE)), "below the group order");
    refused(Scalar::decode, scalar(BigInteger.TWO.pow(256).subtract(BigInteger.ONE)), "order");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 31, 33, 64})
  void scalarsOfAnotherLengthAreRefused(int length) {
    refused(Scalar::decode, new byte[length], "a scalar has 32 bytes, not " + length);
    refused(SignatureShare::decode, new byte[length], "32 bytes");
    refused(SigningShare::fromSecretBytes, new byte[length], "32 bytes");
  }

  @Test
  void aSigningShareMustNotBeZeroNorReachTheOrder() {
    refused(SigningShare::fromSecretBytes, new byte[32], "must not be zero");
    refused(SigningShare::fromSecretBytes, scalar(Scalar.ORDER), "below the group order");
  }

  @Test
  void aSignatureShareMayBeZeroButNotReachTheOrder() {
    assertThat(SignatureShare.decode(new byte[32]).encode()).isEqualTo(new byte[32]);
    refused(SignatureShare::decode, scalar(Scalar.ORDER), "below the group order");
  }

  @Test
  void elementsComeBackAsTheyWere() {
    assertThat(Element.decode(G).encode()).isEqualTo(G);
    assertThat(Element.decode(G)).isEqualTo(Element.BASE).hasToString(hexOf(G));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 32, 34, 65})
  void elementsOfAnotherLengthAreRefused(int length) {
    refused(Element::decode, new byte[length], "an element has 33 bytes, not " + length);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 5, 6, 7, 0x82, 0xff})
  void elementsThatAreNotCompressedAreRefused(int prefix) {
    byte[] bytes = G.clone();
    bytes[0] = (byte) prefix;
    refused(Element::decode, bytes, "a compressed point, not the identity");
  }

  @Test
  void theIdentityIsNeitherDecodedNorEncoded() {
    refused(Element::decode, new byte[33], "not the identity");
    Element identity = Element.baseTimesSecret(Scalar.ZERO);
    assertThat(identity.isIdentity()).isTrue();
    assertThat(identity).hasToString("identity");
    assertThatThrownBy(identity::encode).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> VerifyingShare.of(identity)).isInstanceOf(MalformedEncoding.class);
    assertThatThrownBy(() -> new VerifyingKey(identity)).isInstanceOf(MalformedEncoding.class);
    assertThatThrownBy(() -> new SigningCommitments(Element.BASE, identity))
        .isInstanceOf(MalformedEncoding.class);
    assertThatThrownBy(() -> new SigningCommitments(identity, Element.BASE))
        .isInstanceOf(MalformedEncoding.class);
  }

  @Test
  void aCoordinateThatIsNotOfTheFieldIsRefused() {
    refused(Element::decode, point(2, P), "a point of secp256k1");
    refused(Element::decode, point(2, P.add(BigInteger.ONE)), "a point of secp256k1");
    refused(Element::decode, point(3, BigInteger.TWO.pow(256).subtract(BigInteger.ONE)), "point");
  }

  @Test
  void aCoordinateOffTheCurveIsRefused() {
    refused(Element::decode, point(2, BigInteger.ZERO), "a point of secp256k1");
    refused(Element::decode, point(2, BigInteger.valueOf(5)), "a point of secp256k1");
    refused(VerifyingShare::decode, point(3, BigInteger.valueOf(5)), "a point of secp256k1");
  }

  @Test
  void coordinatesMustBeOfTheFieldAndOnTheCurve() {
    BigInteger x = Element.BASE.x();
    BigInteger y = Element.BASE.y();
    assertThat(Element.fromCoordinates(x, y)).isEqualTo(Element.BASE);
    for (BigInteger[] bad :
        new BigInteger[][] {
          {x, y.add(BigInteger.ONE)},
          {x.add(P), y},
          {x, y.add(P)},
          {x, y.subtract(P)},
          {BigInteger.ZERO, BigInteger.ZERO}
        }) {
      assertThatThrownBy(() -> Element.fromCoordinates(bad[0], bad[1]))
          .isInstanceOf(MalformedEncoding.class);
    }
  }

  @Test
  void aGroupKeyWhoseCoordinateReachesTheOrderIsRefused() {
    BigInteger x = Scalar.ORDER;
    while (!isOnCurve(x)) {
      x = x.add(BigInteger.ONE);
    }
    byte[] beyond = point(2, x);
    assertThat(VerifyingShare.decode(beyond).encode()).isEqualTo(beyond);
    refused(VerifyingKey::decode, beyond, "within 1..n-1");
    while (!isOnCurve(x) || x.compareTo(Scalar.ORDER) >= 0) {
      x = x.subtract(BigInteger.ONE);
    }
    assertThat(VerifyingKey.decode(point(3, x)).x()).isEqualTo(x);
  }

  @Test
  void commitmentsAreTwoElements() {
    byte[] both = Arrays.copyOf(G, 66);
    refused(SigningCommitments::decode, both, "not the identity");
    System.arraycopy(G, 0, both, 33, 33);
    assertThat(SigningCommitments.decode(both).encode()).isEqualTo(both);
    refused(SigningCommitments::decode, Arrays.copyOf(both, 65), "66 bytes, not 65");
    refused(SigningCommitments::decode, Arrays.copyOf(both, 67), "66 bytes, not 67");
  }

  @Test
  void identifiersReachFromOneToTwoHundredAndFiftyFive() {
    assertThat(new Identifier(1)).isLessThan(new Identifier(255));
    for (int bad : new int[] {Integer.MIN_VALUE, -1, 0, 256}) {
      assertThatThrownBy(() -> new Identifier(bad)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static boolean isOnCurve(BigInteger x) {
    try {
      return !Element.decode(point(2, x)).isIdentity();
    } catch (MalformedEncoding off) {
      return false;
    }
  }

  private static void refused(Function<byte[], ?> decode, byte[] bytes, String rule) {
    assertThatThrownBy(() -> decode.apply(bytes))
        .isInstanceOf(MalformedEncoding.class)
        .hasMessageContaining(rule);
  }

  private static byte[] scalar(BigInteger value) {
    return BigIntegers.asUnsignedByteArray(32, value);
  }

  private static byte[] point(int prefix, BigInteger x) {
    byte[] bytes = new byte[33];
    bytes[0] = (byte) prefix;
    System.arraycopy(scalar(x), 0, bytes, 1, 32);
    return bytes;
  }

  private static String hexOf(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
