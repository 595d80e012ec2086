package org.softpause.protocol.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import java.time.Duration;
import java.util.HexFormat;
import org.softpause.protocol.json.CanonicalJson;

/** Signs attestations as tokens (JWT, ES256). */
public final class TokenIssuer {
  private static final int ID_BYTES = 16;

  private final TokenKey key;
  private final String issuer;
  private final long lifetimeSeconds;

  /**
   * Makes an issuer whose tokens live that long, usually some minutes.
   *
   * @throws IllegalArgumentException for a lifetime below a second or above what verifiers accept
   */
  public TokenIssuer(TokenKey key, String issuer, Duration lifetime) {
    if (lifetime.toSeconds() < 1 || lifetime.toSeconds() > TokenVerifier.MAX_LIFETIME_SECONDS) {
      throw new IllegalArgumentException("a token lives for 1 s to 1 h, not " + lifetime);
    }
    this.key = key;
    this.issuer = issuer;
    this.lifetimeSeconds = lifetime.toSeconds();
  }

  /**
   * Signs an attestation and returns the compact JWT.
   *
   * @param now Unix seconds
   */
  public String issue(Attestation attestation, long now) {
    byte[] id = new byte[ID_BYTES];
    key.random().nextBytes(id);
    Token token =
        new Token(issuer, now, now + lifetimeSeconds, HexFormat.of().formatHex(id), attestation);
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(new JOSEObjectType(Token.TYP))
            .keyID(key.publicIdentity().kid())
            .build();
    JWSObject jws = new JWSObject(header, new Payload(CanonicalJson.encode(token.toJson())));
    try {
      ECDSASigner signer = new ECDSASigner(key.secretKey());
      signer.getJCAContext().setSecureRandom(key.random());
      jws.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("the platform has no ES256", e);
    }
    return jws.serialize();
  }
}
