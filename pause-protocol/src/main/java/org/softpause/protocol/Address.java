package org.softpause.protocol;

/** An Ethereum address, always written in lower case (no EIP-55 checksum). */
public final class Address extends FixedBytes<Address> {
  public static final int LENGTH = 20;
  public static final Address ZERO = new Address(new byte[LENGTH]);

  private Address(byte[] bytes) {
    super(bytes);
  }

  /**
   * Copies its argument.
   *
   * @throws RuleViolation {@link Rule#MALFORMED_VALUE} unless there are exactly 20 bytes
   */
  public static Address of(byte[] bytes) {
    return new Address(copyOf(bytes, LENGTH));
  }

  /**
   * Reads strict {@link Hex}.
   *
   * @throws RuleViolation {@link Rule#MALFORMED_VALUE}
   */
  public static Address parse(String hex) {
    return new Address(Hex.parse(hex, LENGTH));
  }
}
