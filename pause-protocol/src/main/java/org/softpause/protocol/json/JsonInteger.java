package org.softpause.protocol.json;

import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** An integer that every JSON reader takes exactly (RFC 7493 §2.2): within ±(2^53 − 1). */
public record JsonInteger(long value) implements Json {
  public static final long MAX = (1L << 53) - 1;

  /**
   * Checks the range.
   *
   * @throws RuleViolation {@link Rule#OUT_OF_RANGE}
   */
  public JsonInteger {
    if (value < -MAX || value > MAX) {
      throw new RuleViolation(Rule.OUT_OF_RANGE, "integers must be within ±(2^53 − 1)");
    }
  }

  @Override
  public String kind() {
    return "integer";
  }
}
