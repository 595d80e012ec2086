package org.softpause.protocol.jose;

import java.util.Base64;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/**
 * Base64url without padding (RFC 7515 §2). Of the several texts that decode to the same bytes only
 * the canonical one is accepted.
 */
final class Base64Url {
  private Base64Url() {}

  static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * @throws RuleViolation {@link Rule#MALFORMED_VALUE} for padding, other characters, or stray bits
   */
  static byte[] decode(String text) {
    byte[] bytes = decodeAny(text);
    if (!encode(bytes).equals(text)) {
      throw new RuleViolation(Rule.MALFORMED_VALUE, "not the one base64url spelling of its bytes");
    }
    return bytes;
  }

  /** Reads exactly {@code length} bytes. */
  static byte[] decode(String text, int length) {
    byte[] bytes = decode(text);
    if (bytes.length != length) {
      throw new RuleViolation(Rule.MALFORMED_VALUE, "must be base64url of " + length + " bytes");
    }
    return bytes;
  }

  private static byte[] decodeAny(String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new RuleViolation(Rule.MALFORMED_VALUE, "not base64url", e);
    }
  }
}
