package org.softpause.frost;

import java.math.BigInteger;
import org.softpause.frost.FrostException.InvalidSignature;
import org.softpause.frost.FrostException.MalformedEncoding;

/**
 * A group's public key. Its x coordinate is below the group order, since the registry's check
 * through ecrecover takes x as a scalar.
 */
public record VerifyingKey(Element element) {
  /**
   * @throws MalformedEncoding for the identity and for x outside 1..n-1
   */
  public VerifyingKey {
    if (element.isIdentity()) {
      throw new MalformedEncoding("a group key must not be the identity");
    }
    element = element.normalize();
    BigInteger x = element.x();
    if (x.signum() == 0 || x.compareTo(Scalar.ORDER) >= 0) {
      throw new MalformedEncoding("the x coordinate of a group key is within 1..n-1");
    }
  }

  /**
   * Decodes the one value that these bytes encode.
   *
   * @throws MalformedEncoding unless 33 bytes, compressed, on the curve, x within 1..n-1
   */
  public static VerifyingKey decode(byte[] bytes) {
    return new VerifyingKey(Element.decode(bytes));
  }

  /**
   * Takes affine coordinates as a contract's call data holds them.
   *
   * @throws MalformedEncoding unless on the curve, 0 &lt; x &lt; n, 0 ≤ y &lt; p
   */
  public static VerifyingKey fromCoordinates(BigInteger x, BigInteger y) {
    return new VerifyingKey(Element.fromCoordinates(x, y));
  }

  /** Encodes in 33 bytes. */
  public byte[] encode() {
    return element.encode();
  }

  public BigInteger x() {
    return element.x();
  }

  public BigInteger y() {
    return element.y();
  }

  /**
   * Returns if R = z·G − c·P and the challenge is not zero, RFC 9591 appendix B with the registry's
   * set of checks. The constructors of R, z and P check their ranges.
   *
   * @throws InvalidSignature otherwise
   */
  public void verify(byte[] message, Signature signature) {
    Scalar challenge = Challenge.compute(signature.commitment(), this, message);
    if (!accepts(challenge, signature.commitment(), signature.response())) {
      throw new InvalidSignature("the signature does not verify under this key and message");
    }
  }

  /** Whether z·G = R + c·P, and neither z nor c is zero. Every value here is public. */
  boolean accepts(Scalar challenge, Element commitment, Scalar response) {
    return !challenge.isZero()
        && !response.isZero()
        && Element.baseTimesPlus(response, challenge.negate(), element).equals(commitment);
  }
}
