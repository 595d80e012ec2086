package org.softpause.protocol;

/** Thirty-two bytes that are public: a hash, an id, a nonce of a ceremony. Never a secret. */
public final class Bytes32 extends FixedBytes<Bytes32> {
  public static final int LENGTH = 32;
  public static final Bytes32 ZERO = new Bytes32(new byte[LENGTH]);

  private Bytes32(byte[] bytes) {
    super(bytes);
  }

  /**
   * Copies its argument.
   *
   * @throws RuleViolation {@link Rule#MALFORMED_VALUE} unless there are exactly 32 bytes
   */
  public static Bytes32 of(byte[] bytes) {
    return new Bytes32(copyOf(bytes, LENGTH));
  }

  /**
   * Reads strict {@link Hex}.
   *
   * @throws RuleViolation {@link Rule#MALFORMED_VALUE}
   */
  public static Bytes32 parse(String hex) {
    return new Bytes32(Hex.parse(hex, LENGTH));
  }
}
