package org.softpause.protocol.token;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.security.SecureRandom;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.jose.PublicIdentity;
import org.softpause.protocol.jose.SoftwareIdentity;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.json.StrictJson;

/** The service's key for tokens: P-256, kept as a private JWK in a file of its own. */
public final class TokenKey {
  private static final int MAX_BYTES = 1_024;
  private static final int SECRET_LENGTH = 32;

  private final SoftwareIdentity identity;
  private final SecureRandom random;

  private TokenKey(SoftwareIdentity identity, SecureRandom random) {
    this.identity = identity;
    this.random = random;
  }

  public static TokenKey generate(SecureRandom random) {
    return new TokenKey(SoftwareIdentity.generate(random), random);
  }

  /**
   * Restores a key from its {@link #secretJwk}.
   *
   * @throws RuleViolation {@link Rule#MALFORMED_KEY}, or any rule of {@link StrictJson}
   */
  public static TokenKey ofSecretJwk(byte[] jwk, SecureRandom random) {
    return StrictJson.read(jwk, MAX_BYTES, in -> read(in, random));
  }

  private static TokenKey read(ObjectReader in, SecureRandom random) {
    PublicIdentity stated = PublicIdentity.read(in);
    SoftwareIdentity identity =
        SoftwareIdentity.ofSecretBytes(in.value("d", TokenKey::secret), random);
    if (!identity.publicIdentity().equals(stated)) {
      throw new RuleViolation(Rule.MALFORMED_KEY, "the public part is of another key");
    }
    return new TokenKey(identity, random);
  }

  private static byte[] secret(String base64url) {
    byte[] secret = new Base64URL(base64url).decode();
    if (secret.length != SECRET_LENGTH) {
      throw new RuleViolation(Rule.MALFORMED_KEY, "d has 32 bytes");
    }
    return secret;
  }

  /**
   * Returns the whole key, secret part included. Only a file that nobody else can read may hold it.
   */
  public byte[] secretJwk() {
    ObjectWriter out = new ObjectWriter();
    identity.publicIdentity().toJson().members().forEach(out::json);
    out.text("d", Base64URL.encode(identity.secretBytes()).toString());
    return CanonicalJson.encode(out.toJson());
  }

  public PublicIdentity publicIdentity() {
    return identity.publicIdentity();
  }

  SecureRandom random() {
    return random;
  }

  ECKey secretKey() {
    return new ECKey.Builder(Curve.P_256, publicIdentity().key())
        .d(Base64URL.encode(identity.secretBytes()))
        .build();
  }

  @Override
  public String toString() {
    return "TokenKey[" + publicIdentity() + "]";
  }
}
