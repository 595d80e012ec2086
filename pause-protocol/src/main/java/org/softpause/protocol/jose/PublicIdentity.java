package org.softpause.protocol.jose;

import java.security.interfaces.ECPublicKey;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;

/**
 * The public side of an {@link Identity}: a P-256 key for signatures. Its JWK has exactly kty, crv,
 * use "sig", x and y.
 */
public final class PublicIdentity {
  private static final String USE = "sig";

  private final PublicJwk jwk;
  private final ECPublicKey key;

  private PublicIdentity(PublicJwk jwk) {
    this.jwk = jwk;
    this.key = jwk.key();
  }

  /** Wraps a key of the Java platform, which must be on P-256. */
  public static PublicIdentity of(ECPublicKey key) {
    return new PublicIdentity(PublicJwk.of(USE, key));
  }

  /**
   * Codec of the JWK.
   *
   * @throws RuleViolation {@link Rule#MALFORMED_KEY} off the curve, or a rule of JSON
   */
  public static PublicIdentity read(ObjectReader in) {
    return new PublicIdentity(PublicJwk.read(in, USE));
  }

  public JsonObject toJson() {
    return jwk.toJson();
  }

  /** The key id: RFC 7638 thumbprint (SHA-256, base64url, 43 characters). */
  public String kid() {
    return jwk.thumbprint();
  }

  public ECPublicKey key() {
    return key;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PublicIdentity that && jwk.equals(that.jwk);
  }

  @Override
  public int hashCode() {
    return jwk.hashCode();
  }

  @Override
  public String toString() {
    return kid();
  }
}
