package org.softpause.frost;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECFieldElement;
import org.bouncycastle.math.ec.ECPoint;
import org.jspecify.annotations.Nullable;
import org.softpause.frost.FrostException.MalformedEncoding;

/**
 * A point of secp256k1, RFC 9591 section 3.1. The identity exists as a result of arithmetic only:
 * it is neither encoded nor decoded. The cofactor is 1, so a point on the curve is in the group.
 */
public final class Element {
  /** SerializeElement of RFC 9591 section 6.5: bytes, SEC1 compressed. */
  public static final int LENGTH = 33;

  static final X9ECParameters GROUP = CustomNamedCurves.getByName("secp256k1");

  static final Element BASE = new Element(GROUP.getG());

  static final Element IDENTITY = new Element(GROUP.getCurve().getInfinity());

  private final ECPoint point;

  private Element(ECPoint point) {
    this.point = point;
  }

  /**
   * DeserializeElement of RFC 9591 section 6.5.
   *
   * @throws MalformedEncoding unless 33 bytes, compressed, on the curve, not the identity
   */
  public static Element decode(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new MalformedEncoding("an element has " + LENGTH + " bytes, not " + bytes.length);
    }
    if (bytes[0] != 2 && bytes[0] != 3) {
      throw new MalformedEncoding("an element is a compressed point, not the identity");
    }
    try {
      return new Element(GROUP.getCurve().decodePoint(bytes));
    } catch (IllegalArgumentException offCurve) {
      throw new MalformedEncoding("an element is a point of secp256k1");
    }
  }

  /**
   * Takes affine coordinates as a contract's call data holds them.
   *
   * @throws MalformedEncoding unless both are within 0..p-1 and the point is on the curve
   */
  public static Element fromCoordinates(BigInteger x, BigInteger y) {
    try {
      return new Element(GROUP.getCurve().validatePoint(x, y));
    } catch (IllegalArgumentException offCurve) {
      throw new MalformedEncoding("an element is a point of secp256k1");
    }
  }

  /** k·G in constant time, for a secret k. */
  public static Element baseTimesSecret(Scalar secret) {
    return new Element(ECAlgorithms.multiplySecret(GROUP.getG(), secret.value()));
  }

  /** g·G + k·P in variable time: public values only. */
  public static Element baseTimesPlus(Scalar g, Scalar k, Element p) {
    return new Element(
        ECAlgorithms.sumOfTwoMultiplies(GROUP.getG(), g.value(), p.point, k.value()));
  }

  /**
   * The sum of scalar times element over two lists of the same length, in variable time: public
   * values only.
   */
  public static Element sumOfProducts(List<Scalar> scalars, List<Element> elements) {
    return new Element(
        ECAlgorithms.sumOfMultiplies(
            elements.stream().map(e -> e.point).toArray(ECPoint[]::new),
            scalars.stream().map(Scalar::value).toArray(BigInteger[]::new)));
  }

  /** k·P for a small public k, by doubling and adding. */
  public Element timesSmall(int k) {
    ECPoint product = GROUP.getCurve().getInfinity();
    for (int bit = Integer.highestOneBit(k); bit != 0; bit >>>= 1) {
      product = (k & bit) == 0 ? product.twice() : product.twicePlus(point);
    }
    return new Element(product);
  }

  public Element plus(Element other) {
    return new Element(point.add(other.point));
  }

  public Element minus(Element other) {
    return new Element(point.subtract(other.point));
  }

  Element twice() {
    return new Element(point.twice());
  }

  Element negate() {
    return new Element(point.negate());
  }

  /** The same point in affine coordinates, for values that are kept and encoded more than once. */
  public Element normalize() {
    return new Element(point.normalize());
  }

  public boolean isIdentity() {
    return point.isInfinity();
  }

  /**
   * Encodes in 33 bytes.
   *
   * @throws IllegalStateException for the identity, which has no encoding
   */
  public byte[] encode() {
    if (isIdentity()) {
      throw new IllegalStateException("the identity has no encoding");
    }
    return point.getEncoded(true);
  }

  BigInteger x() {
    return normalize().point.getAffineXCoord().toBigInteger();
  }

  BigInteger y() {
    return normalize().point.getAffineYCoord().toBigInteger();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Element that
        && (that.point.isNormalized() ? isAt(that.point) : point.equals(that.point));
  }

  /**
   * Compares by X = x·Z² and Y = y·Z³ in Jacobian coordinates, which saves the inversion that
   * affine coordinates cost.
   */
  private boolean isAt(ECPoint affine) {
    if (isIdentity() || affine.isInfinity()) {
      return isIdentity() && affine.isInfinity();
    }
    ECFieldElement z = point.getZCoord(0);
    ECFieldElement zz = z.square();
    return point.getRawXCoord().equals(affine.getRawXCoord().multiply(zz))
        && point.getRawYCoord().equals(affine.getRawYCoord().multiply(zz).multiply(z));
  }

  @Override
  public int hashCode() {
    return point.hashCode();
  }

  @Override
  public String toString() {
    return isIdentity() ? "identity" : HexFormat.of().formatHex(encode());
  }
}
