package org.softpause.protocol.jose;

import java.nio.charset.StandardCharsets;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * A signed document: compact JWS (RFC 7515) whose header is exactly {@code {"alg":"ES256",
 * "kid":…,"typ":"softpause+jws"}} and whose payload is canonical JSON. Its form has been checked;
 * its signature is checked by {@link #verify} only.
 */
public final class Jws {
  /** The most characters of a compact form. */
  public static final int MAX_LENGTH = 192 * 1024;

  private static final String TYP = "softpause+jws";
  private static final int MAX_HEADER = 256;

  private final String compact;
  private final String kid;
  private final JwsPayload payload;

  private Jws(String compact, String kid, JwsPayload payload) {
    this.compact = compact;
    this.kid = kid;
    this.payload = payload;
  }

  /**
   * Checks the form of a signed document, but no signature yet.
   *
   * @throws RuleViolation {@link Rule#TOO_LARGE}, {@link Rule#MALFORMED_JWS}, {@link
   *     Rule#JWS_HEADER_REFUSED}, {@link Rule#NOT_CANONICAL} or another rule of JSON
   */
  public static Jws parse(String compact) {
    if (compact.length() > MAX_LENGTH) {
      throw new RuleViolation(Rule.TOO_LARGE, "a JWS has at most " + MAX_LENGTH + " characters");
    }
    CompactSerialization form = split(compact);
    String kid = kid(form.part(0));
    form.signature();
    return new Jws(compact, kid, JwsPayload.parse(form.part(1), MAX_LENGTH));
  }

  private static CompactSerialization split(String compact) {
    return CompactSerialization.split(compact, "JWS", 3, Rule.MALFORMED_JWS);
  }

  /**
   * Returns the document if this identity has signed it.
   *
   * @throws RuleViolation {@link Rule#JWS_WRONG_KEY} or {@link Rule#JWS_SIGNATURE_INVALID}
   */
  public JwsPayload verify(PublicIdentity identity) {
    if (!kid.equals(identity.kid())) {
      throw new RuleViolation(Rule.JWS_WRONG_KEY, "signed with key " + kid + ", not " + identity);
    }
    split(compact).verify(identity, Rule.JWS_SIGNATURE_INVALID);
    return payload;
  }

  /** Returns the document unverified, which serves only to find out whose key to verify it with. */
  public JwsPayload unverified() {
    return payload;
  }

  /** The claimed signer's {@link PublicIdentity#kid}. */
  public String kid() {
    return kid;
  }

  public String compact() {
    return compact;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Jws that && compact.equals(that.compact);
  }

  @Override
  public int hashCode() {
    return compact.hashCode();
  }

  /** The compact form, since a JWS is public. */
  @Override
  public String toString() {
    return compact;
  }

  static String signingInput(String kid, byte[] payload) {
    return Base64Url.encode(header(kid)) + "." + Base64Url.encode(payload);
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String kid(byte[] header) {
    try {
      return ObjectReader.read(CanonicalJson.parse(header, MAX_HEADER), Jws::readHeader);
    } catch (RuleViolation e) {
      throw new RuleViolation(Rule.JWS_HEADER_REFUSED, e.detail(), e);
    }
  }

  private static String readHeader(ObjectReader in) {
    in.literal("alg", "ES256");
    in.literal("typ", TYP);
    return in.value("kid", text -> Base64Url.encode(Base64Url.decode(text, 32)));
  }

  private static byte[] header(String kid) {
    JsonObject header =
        new ObjectWriter().text("alg", "ES256").text("kid", kid).text("typ", TYP).toJson();
    return CanonicalJson.encode(header);
  }
}
