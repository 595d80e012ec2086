package org.softpause.frost;

import java.math.BigInteger;
import org.bouncycastle.util.BigIntegers;
import org.jspecify.annotations.Nullable;
import org.softpause.frost.FrostException.MalformedEncoding;

/**
 * An integer modulo the group order n, RFC 9591 section 3.1. Since most scalars are secrets, none
 * prints its value.
 *
 * <p>Additions and multiplications are those of {@link BigInteger}, whose time depends slightly on
 * its operands; the operations that an observer could time often enough to matter, multiplications
 * of a point by a secret, take {@link Element#baseTimesSecret}.
 */
public final class Scalar {
  /** SerializeScalar of RFC 9591 section 6.5: bytes, big-endian. */
  public static final int LENGTH = 32;

  public static final BigInteger ORDER = Element.GROUP.getN();
  public static final Scalar ZERO = new Scalar(BigInteger.ZERO);

  private final BigInteger value;

  private Scalar(BigInteger value) {
    this.value = value;
  }

  /** Reduces a value modulo n; the outcome is never negative. */
  public static Scalar reduce(BigInteger value) {
    return new Scalar(value.mod(ORDER));
  }

  /** Takes an identifier as a scalar. */
  public static Scalar of(Identifier identifier) {
    return new Scalar(BigInteger.valueOf(identifier.value()));
  }

  /**
   * DeserializeScalar of RFC 9591 section 6.5.
   *
   * @throws MalformedEncoding unless 32 bytes below n; zero is allowed
   */
  public static Scalar decode(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new MalformedEncoding("a scalar has " + LENGTH + " bytes, not " + bytes.length);
    }
    BigInteger value = new BigInteger(1, bytes);
    if (value.compareTo(ORDER) >= 0) {
      throw new MalformedEncoding("a scalar is below the group order");
    }
    return new Scalar(value);
  }

  /**
   * Decodes as {@link #decode} does and refuses zero, for places where zero would be a broken key
   * or signature.
   *
   * @throws MalformedEncoding unless 32 bytes, above zero and below n
   */
  public static Scalar decodeNonZero(byte[] bytes) {
    Scalar scalar = decode(bytes);
    if (scalar.isZero()) {
      throw new MalformedEncoding("a scalar must not be zero here");
    }
    return scalar;
  }

  /**
   * Takes a value as a contract's call data holds it.
   *
   * @throws MalformedEncoding unless within 1..n-1
   */
  static Scalar nonZero(BigInteger value) {
    if (value.signum() <= 0 || value.compareTo(ORDER) >= 0) {
      throw new MalformedEncoding("a scalar is within 1..n-1 here");
    }
    return new Scalar(value);
  }

  /** Encodes in 32 bytes, big-endian. */
  public byte[] encode() {
    return BigIntegers.asUnsignedByteArray(LENGTH, value);
  }

  public Scalar plus(Scalar other) {
    return reduce(value.add(other.value));
  }

  public Scalar times(Scalar other) {
    return reduce(value.multiply(other.value));
  }

  public Scalar negate() {
    return reduce(value.negate());
  }

  public boolean isZero() {
    return value.signum() == 0;
  }

  /**
   * @throws ArithmeticException for zero
   */
  Scalar invert() {
    return new Scalar(value.modInverse(ORDER));
  }

  BigInteger value() {
    return value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Scalar that && SecretBytes.sameBytes(encode(), that.encode());
  }

  /** Is the same for all, since a hash would reveal something about a secret. */
  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return "Scalar[redacted]";
  }
}
