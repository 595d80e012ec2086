package org.softpause.protocol.json;

import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** A string of whole Unicode characters (RFC 7493 §2.1): no lone surrogate. */
public record JsonString(String value) implements Json {
  /**
   * Checks the characters.
   *
   * @throws RuleViolation {@link Rule#MALFORMED_VALUE}
   */
  public JsonString {
    requireUnicode(value);
  }

  static void requireUnicode(String text) {
    if (text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      throw new RuleViolation(Rule.MALFORMED_VALUE, "text must have no lone surrogate");
    }
  }

  @Override
  public String kind() {
    return "text";
  }
}
