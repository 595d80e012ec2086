package org.softpause.protocol.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/**
 * The dot-separated parts of a compact JWS or JWT (RFC 7515 section 7.1) or JWE (RFC 7516 section
 * 7.1). Each part is accepted in one spelling only, and what the parts say is for the caller to
 * judge.
 */
public final class CompactSerialization {
  static final JWSHeader ES256 = new JWSHeader(JWSAlgorithm.ES256);

  private static final int SIGNATURE_LENGTH = 64;

  private final String compact;
  private final String[] parts;
  private final Rule malformed;

  private CompactSerialization(String compact, String[] parts, Rule malformed) {
    this.compact = compact;
    this.parts = parts;
    this.malformed = malformed;
  }

  /**
   * Splits a text, decoding nothing yet.
   *
   * @param kind what people call the form, for refusals
   * @param malformed the rule that this and the other methods refuse a malformed text by
   * @throws RuleViolation the rule given, for another number of parts
   */
  public static CompactSerialization split(String compact, String kind, int count, Rule malformed) {
    String[] parts = compact.split("\\.", -1);
    if (parts.length != count) {
      throw new RuleViolation(malformed, "a compact " + kind + " has " + count + " parts");
    }
    return new CompactSerialization(compact, parts, malformed);
  }

  /**
   * Decodes the part at this index, counted from 0.
   *
   * @throws RuleViolation the rule given, unless it is base64url in its one spelling
   */
  public byte[] part(int index) {
    try {
      return Base64Url.decode(parts[index]);
    } catch (RuleViolation e) {
      throw new RuleViolation(malformed, e.detail(), e);
    }
  }

  /** Decodes the last part, an ES256 signature: r and s, 64 bytes (RFC 7518 section 3.4). */
  byte[] signature() {
    byte[] signature = part(parts.length - 1);
    if (signature.length != SIGNATURE_LENGTH) {
      throw new RuleViolation(malformed, "an ES256 signature has 64 bytes");
    }
    return signature;
  }

  /**
   * Returns if the last part is this key's ES256 signature over all that precedes it.
   *
   * @param invalid the rule that a wrong signature is refused by
   * @throws RuleViolation either rule given
   */
  public void verify(PublicIdentity key, Rule invalid) {
    Base64URL signature = Base64URL.encode(signature());
    byte[] input =
        compact.substring(0, compact.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
    try {
      if (!new ECDSAVerifier(key.key()).verify(ES256, input, signature)) {
        throw new RuleViolation(invalid, "not signed by key " + key.kid());
      }
    } catch (JOSEException e) {
      throw new IllegalStateException("the platform has no ES256", e);
    }
  }

  @Override
  public String toString() {
    return compact;
  }
}
