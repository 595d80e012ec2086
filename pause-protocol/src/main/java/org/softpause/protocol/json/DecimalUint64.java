package org.softpause.protocol.json;

import java.util.regex.Pattern;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/**
 * Unsigned 64-bit integers as decimal strings, since many JSON readers round numbers above 2^53.
 */
final class DecimalUint64 {
  private static final Pattern FORM = Pattern.compile("0|[1-9][0-9]{0,19}");

  private DecimalUint64() {}

  static long parseUint64(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new RuleViolation(Rule.MALFORMED_VALUE, "must be a decimal integer without sign");
    }
    try {
      return Long.parseUnsignedLong(text);
    } catch (NumberFormatException e) {
      throw new RuleViolation(Rule.OUT_OF_RANGE, "must be below 2^64", e);
    }
  }
}
