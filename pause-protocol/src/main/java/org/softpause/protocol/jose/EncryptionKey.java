package org.softpause.protocol.jose;

import java.security.interfaces.ECPublicKey;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;

/** A P-256 key to seal shares to. Its JWK has exactly kty, crv, use "enc", x and y. */
public final class EncryptionKey {
  private static final String USE = "enc";

  private final PublicJwk jwk;

  private EncryptionKey(PublicJwk jwk) {
    this.jwk = jwk;
  }

  static EncryptionKey of(ECPublicKey key) {
    return new EncryptionKey(PublicJwk.of(USE, key));
  }

  /**
   * Codec of the JWK.
   *
   * @throws RuleViolation {@link Rule#MALFORMED_KEY} off the curve, or a rule of JSON
   */
  public static EncryptionKey read(ObjectReader in) {
    return new EncryptionKey(PublicJwk.read(in, USE));
  }

  public JsonObject toJson() {
    return jwk.toJson();
  }

  ECPublicKey key() {
    return jwk.key();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EncryptionKey that && jwk.equals(that.jwk);
  }

  @Override
  public int hashCode() {
    return jwk.hashCode();
  }

  @Override
  public String toString() {
    return "EncryptionKey[" + jwk.thumbprint() + "]";
  }
}
