package org.softpause.protocol;

/** The integer types of the ABI, as far as a signed long holds them. */
public final class Uint {
  public static final long MAX_32 = 0xffff_ffffL;
  public static final long MAX_48 = (1L << 48) - 1;

  private Uint() {}

  /**
   * Returns if the value fits the type.
   *
   * @throws RuleViolation {@link Rule#OUT_OF_RANGE} unless 0 ≤ value &lt; 2^bits
   */
  public static void require(int bits, String field, long value) {
    if (value < 0 || value >>> bits != 0) {
      throw new RuleViolation(Rule.OUT_OF_RANGE, field + " " + value + " is not a uint" + bits);
    }
  }
}
