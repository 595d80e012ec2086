package org.softpause.protocol.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.util.Base64;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.jose.PublicIdentity;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.StrictJson;

/**
 * A JWT taken apart with nothing believed (RFC 8725): algorithm and type are pinned, the header
 * says nothing else, and the key is known beforehand.
 */
final class CompactJwt {
  private static final int MAX_HEADER_BYTES = 512;
  private static final int SIGNATURE_LENGTH = 64;
  private static final JWSHeader PINNED = new JWSHeader(JWSAlgorithm.ES256);

  private CompactJwt() {}

  /** The claims' bytes, once the signature is known to be by this key. */
  static byte[] verify(String compact, PublicIdentity key) {
    if (compact.length() > Token.MAX_LENGTH) {
      throw new RuleViolation(
          Rule.TOKEN_TOO_LARGE, compact.length() + " characters, at most " + Token.MAX_LENGTH);
    }
    String[] parts = compact.split("\\.", -1);
    if (parts.length != 3) {
      throw new RuleViolation(Rule.TOKEN_MALFORMED, "a compact JWT has three parts");
    }
    byte[] header = decode(parts[0]);
    byte[] claims = decode(parts[1]);
    byte[] signature = decode(parts[2]);
    requireHeader(header, key);
    requireSignature(parts[0] + "." + parts[1], signature, key);
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

  private static void requireSignature(String input, byte[] signature, PublicIdentity key) {
    if (signature.length != SIGNATURE_LENGTH) {
      throw new RuleViolation(Rule.TOKEN_MALFORMED, "an ES256 signature has 64 bytes");
    }
    try {
      ECDSAVerifier verifier = new ECDSAVerifier(key.key());
      if (!verifier.verify(PINNED, input.getBytes(US_ASCII), Base64URL.encode(signature))) {
        throw new RuleViolation(Rule.TOKEN_SIGNATURE_INVALID, "not signed by key " + key.kid());
      }
    } catch (JOSEException e) {
      throw new IllegalStateException("the platform has no ES256", e);
    }
  }

  /** Only the one spelling of each value. */
  private static byte[] decode(String part) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(part);
      if (Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      throw new RuleViolation(Rule.TOKEN_MALFORMED, "a part is not base64url", e);
    }
    throw new RuleViolation(Rule.TOKEN_MALFORMED, "a part is not the one spelling of its bytes");
  }
}
