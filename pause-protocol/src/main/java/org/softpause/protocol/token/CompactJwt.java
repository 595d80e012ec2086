package org.softpause.protocol.token;

import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.jose.CompactSerialization;
import org.softpause.protocol.jose.PublicIdentity;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.StrictJson;

/**
 * Verifies a compact JWT against a key known beforehand (RFC 8725): algorithm and type are pinned,
 * and a header that says anything else is refused.
 */
final class CompactJwt {
  private static final int MAX_HEADER_BYTES = 512;

  private CompactJwt() {}

  /** Returns the bytes of the claims if this key has signed them. */
  static byte[] verify(String compact, PublicIdentity key) {
    if (compact.length() > Token.MAX_LENGTH) {
      throw new RuleViolation(
          Rule.TOKEN_TOO_LARGE, compact.length() + " characters, at most " + Token.MAX_LENGTH);
    }
    CompactSerialization form = CompactSerialization.split(compact, "JWT", 3, Rule.TOKEN_MALFORMED);
    byte[] header = form.part(0);
    byte[] claims = form.part(1);
    form.part(2);
    requireHeader(header, key);
    form.verify(key, Rule.TOKEN_SIGNATURE_INVALID);
    return claims;
  }

  private static void requireHeader(byte[] header, PublicIdentity key) {
    String kid;
    try {
      kid = StrictJson.read(header, MAX_HEADER_BYTES, CompactJwt::readHeader);
    } catch (RuleViolation refused) {
      throw new RuleViolation(Rule.TOKEN_HEADER_REFUSED, refused.detail(), refused);
    }
    if (!kid.equals(key.kid())) {
      throw new RuleViolation(Rule.TOKEN_WRONG_KEY, "signed with another key than " + key.kid());
    }
  }

  private static String readHeader(ObjectReader in) {
    in.literal("alg", "ES256");
    in.literal("typ", Token.TYP);
    return in.text("kid", 100);
  }
}
