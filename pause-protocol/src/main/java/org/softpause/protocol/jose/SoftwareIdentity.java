package org.softpause.protocol.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** An {@link Identity} whose key is in this process's memory. */
public final class SoftwareIdentity implements Identity {
  private final BigInteger d;
  private final PublicIdentity publicIdentity;
  private final SecureRandom random;

  private SoftwareIdentity(BigInteger d, SecureRandom random) {
    this.d = d;
    this.publicIdentity = PublicIdentity.of(P256.publicKeyOf(d));
    this.random = random;
  }

  public static SoftwareIdentity generate(SecureRandom random) {
    return new SoftwareIdentity(P256.randomScalar(random), random);
  }

  /**
   * Restores an identity from its {@link #secretBytes}.
   *
   * @throws RuleViolation {@link Rule#MALFORMED_KEY} unless they are 32 bytes within 1..n−1
   */
  public static SoftwareIdentity ofSecretBytes(byte[] secret, SecureRandom random) {
    return new SoftwareIdentity(P256.scalar(secret), random);
  }

  /** Returns the private scalar, 32 bytes big-endian. Only an encrypted key store may use it. */
  public byte[] secretBytes() {
    return P256.bytes(d);
  }

  @Override
  public PublicIdentity publicIdentity() {
    return publicIdentity;
  }

  @Override
  public Jws sign(byte[] payload) {
    String input = Jws.signingInput(publicIdentity.kid(), payload);
    try {
      ECDSASigner signer = new ECDSASigner(P256.privateKey(d));
      signer.getJCAContext().setSecureRandom(random);
      return Jws.parse(input + "." + signature(signer, input));
    } catch (JOSEException e) {
      throw new IllegalStateException("the platform has no ES256", e);
    }
  }

  private static String signature(JWSSigner signer, String input) throws JOSEException {
    return signer.sign(CompactSerialization.ES256, Jws.ascii(input)).toString();
  }

  @Override
  public String toString() {
    return "SoftwareIdentity[" + publicIdentity + "]";
  }
}
