package org.softpause.frost;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.softpause.frost.FrostException.MalformedEncoding;

/** A Schnorr signature (R, z), RFC 9591 section 5.3: R is not the identity, z is within 1..n-1. */
public final class Signature {
  /** R, 33 bytes, then z, 32. */
  public static final int LENGTH = Element.LENGTH + Scalar.LENGTH;

  private final Element commitment;
  private final Scalar response;

  private Signature(Element commitment, Scalar response) {
    this.commitment = commitment;
    this.response = response;
  }

  static Signature of(Element commitment, Scalar response) {
    if (commitment.isIdentity() || response.isZero()) {
      throw new MalformedEncoding("neither R nor z of a signature may be zero");
    }
    return new Signature(commitment, response);
  }

  /**
   * Decodes the one value that these bytes encode.
   *
   * @throws MalformedEncoding unless 65 bytes, R canonical and on the curve, 0 &lt; z &lt; n
   */
  public static Signature decode(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new MalformedEncoding("a signature has " + LENGTH + " bytes, not " + bytes.length);
    }
    return new Signature(
        Element.decode(Arrays.copyOf(bytes, Element.LENGTH)),
        Scalar.decodeNonZero(Arrays.copyOfRange(bytes, Element.LENGTH, LENGTH)));
  }

  /**
   * Takes values as a contract's call data holds them.
   *
   * @throws MalformedEncoding unless R is on the curve with coordinates below p, 0 &lt; z &lt; n
   */
  public static Signature fromCoordinates(BigInteger rx, BigInteger ry, BigInteger z) {
    return new Signature(Element.fromCoordinates(rx, ry), Scalar.nonZero(z));
  }

  /** Encodes in 65 bytes. */
  public byte[] encode() {
    byte[] bytes = Arrays.copyOf(commitment.encode(), LENGTH);
    System.arraycopy(response.encode(), 0, bytes, Element.LENGTH, Scalar.LENGTH);
    return bytes;
  }

  public BigInteger rx() {
    return commitment.x();
  }

  public BigInteger ry() {
    return commitment.y();
  }

  public BigInteger z() {
    return response.value();
  }

  Element commitment() {
    return commitment;
  }

  Scalar response() {
    return response;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Signature that && Arrays.equals(encode(), that.encode());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(encode());
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(encode());
  }
}
