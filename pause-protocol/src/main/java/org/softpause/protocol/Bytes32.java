package org.softpause.protocol;

import java.util.Arrays;

/** Thirty-two bytes that are public: a hash, an id, a nonce of a ceremony. Never a secret. */
public final class Bytes32 implements Comparable<Bytes32> {
  public static final int LENGTH = 32;
  public static final Bytes32 ZERO = new Bytes32(new byte[LENGTH]);

  private final byte[] bytes;

  private Bytes32(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Copies its argument.
   *
   * @throws RuleViolation {@link Rule#MALFORMED_VALUE} unless there are exactly 32 bytes
   */
  public static Bytes32 of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new RuleViolation(Rule.MALFORMED_VALUE, "expected 32 bytes, got " + bytes.length);
    }
    return new Bytes32(bytes.clone());
  }

  /**
   * From strict {@link Hex}.
   *
   * @throws RuleViolation {@link Rule#MALFORMED_VALUE}
   */
  public static Bytes32 parse(String hex) {
    return new Bytes32(Hex.parse(hex, LENGTH));
  }

  /** A copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** In unsigned big-endian order. */
  @Override
  public int compareTo(Bytes32 other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes32 that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Strict {@link Hex}. */
  @Override
  public String toString() {
    return Hex.encode(bytes);
  }
}
