package org.softpause.protocol;

import java.util.HexFormat;

/** Hex on the wire: {@code 0x}, then two lower-case digits for each byte, and nothing else. */
public final class Hex {
  private static final HexFormat FORMAT = HexFormat.of();

  private Hex() {}

  public static String encode(byte[] bytes) {
    return "0x" + FORMAT.formatHex(bytes);
  }

  /**
   * Reads any number of bytes.
   *
   * @throws RuleViolation {@link Rule#MALFORMED_VALUE} for upper case, an odd digit or no prefix
   */
  public static byte[] parse(String text) {
    if (!text.startsWith("0x") || text.length() % 2 != 0) {
      throw new RuleViolation(Rule.MALFORMED_VALUE, "hex must be 0x and pairs of digits");
    }
    if (!text.chars().skip(2).allMatch(Hex::isDigit)) {
      throw new RuleViolation(Rule.MALFORMED_VALUE, "hex must have lower-case digits only");
    }
    return FORMAT.parseHex(text, 2, text.length());
  }

  /**
   * Reads exactly {@code length} bytes.
   *
   * @throws RuleViolation {@link Rule#MALFORMED_VALUE}
   */
  public static byte[] parse(String text, int length) {
    if (text.length() != 2 + 2 * length) {
      throw new RuleViolation(Rule.MALFORMED_VALUE, "hex must be 0x and " + 2 * length + " digits");
    }
    return parse(text);
  }

  private static boolean isDigit(int character) {
    return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
  }
}
