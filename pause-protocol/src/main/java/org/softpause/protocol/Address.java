package org.softpause.protocol;

import java.util.Arrays;

/** An Ethereum address, always written in lower case (no EIP-55 checksum). */
public final class Address implements Comparable<Address> {
  public static final int LENGTH = 20;
  public static final Address ZERO = new Address(new byte[LENGTH]);

  private final byte[] bytes;

  private Address(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Copies its argument.
   *
   * @throws RuleViolation {@link Rule#MALFORMED_VALUE} unless there are exactly 20 bytes
   */
  public static Address of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new RuleViolation(Rule.MALFORMED_VALUE, "expected 20 bytes, got " + bytes.length);
    }
    return new Address(bytes.clone());
  }

  /**
   * From strict {@link Hex}.
   *
   * @throws RuleViolation {@link Rule#MALFORMED_VALUE}
   */
  public static Address parse(String hex) {
    return new Address(Hex.parse(hex, LENGTH));
  }

  /** A copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** In unsigned big-endian order. */
  @Override
  public int compareTo(Address other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Address that && Arrays.equals(bytes, that.bytes);
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
