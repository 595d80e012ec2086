package org.softpause.protocol;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An immutable byte string of a fixed length, compared and printed by its bytes. */
abstract sealed class FixedBytes<T extends FixedBytes<T>> implements Comparable<T>
    permits Address, Bytes32 {
  private final byte[] bytes;

  /** Keeps the array itself: the caller gives up every reference to it. */
  FixedBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Copies the bytes, of which there must be exactly that many.
   *
   * @throws RuleViolation {@link Rule#MALFORMED_VALUE}
   */
  static byte[] copyOf(byte[] bytes, int length) {
    if (bytes.length != length) {
      throw new RuleViolation(
          Rule.MALFORMED_VALUE, "expected " + length + " bytes, got " + bytes.length);
    }
    return bytes.clone();
  }

  /** Returns a copy. */
  public final byte[] bytes() {
    return bytes.clone();
  }

  /** Compares in unsigned big-endian order. */
  @Override
  public final int compareTo(T other) {
    FixedBytes<T> that = other;
    return Arrays.compareUnsigned(bytes, that.bytes);
  }

  /** Compares by bytes alone: values of different types differ in length. */
  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof FixedBytes<?> that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public final int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Writes strict {@link Hex}. */
  @Override
  public final String toString() {
    return Hex.encode(bytes);
  }
}
