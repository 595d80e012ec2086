package org.softpause.protocol.decision;

import java.util.regex.Pattern;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/**
 * Peak dense 16-bit PFLOP/s as a uint64, in JSON a decimal string. The contract takes all 64 bits,
 * so {@code bits} must be read as unsigned.
 */
public record Pflops(long bits) implements Comparable<Pflops> {
  private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,19}");

  public static Pflops of(long value) {
    if (value < 0) {
      throw new RuleViolation(Rule.OUT_OF_RANGE, "a number of PFLOP/s is not negative");
    }
    return new Pflops(value);
  }

  /**
   * Reads the JSON form.
   *
   * @throws RuleViolation {@link Rule#OUT_OF_RANGE} unless a decimal uint64 without leading zeros
   */
  public static Pflops parse(String decimal) {
    if (!DECIMAL.matcher(decimal).matches()) {
      throw outOfRange();
    }
    try {
      return new Pflops(Long.parseUnsignedLong(decimal));
    } catch (NumberFormatException tooLarge) {
      throw outOfRange();
    }
  }

  private static RuleViolation outOfRange() {
    return new RuleViolation(
        Rule.OUT_OF_RANGE, "a number of PFLOP/s is a decimal string below 2^64");
  }

  public boolean isLessThan(Pflops other) {
    return compareTo(other) < 0;
  }

  @Override
  public int compareTo(Pflops other) {
    return Long.compareUnsigned(bits, other.bits);
  }

  @Override
  public String toString() {
    return Long.toUnsignedString(bits);
  }
}
