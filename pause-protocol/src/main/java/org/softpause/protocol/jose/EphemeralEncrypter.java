package org.softpause.protocol.jose;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWECryptoParts;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.impl.AAD;
import com.nimbusds.jose.crypto.impl.ECDH;
import com.nimbusds.jose.crypto.impl.ECDHCryptoProvider;
import com.nimbusds.jose.jwk.Curve;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Set;
import javax.crypto.SecretKey;

/**
 * Encrypts by ECDH-ES (RFC 7518 §4.6) with an ephemeral key and IV from an injected source of
 * randomness, which the library's own encrypter does not allow.
 */
final class EphemeralEncrypter extends ECDHCryptoProvider {
  private final BigInteger ephemeral;

  /** Takes the ephemeral scalar whose public point stands in the header. */
  EphemeralEncrypter(BigInteger ephemeral, SecureRandom random) throws JOSEException {
    super(Curve.P_256, null);
    this.ephemeral = ephemeral;
    getJCAContext().setSecureRandom(random);
  }

  JWECryptoParts encrypt(JWEHeader header, EncryptionKey to, byte[] plain) throws JOSEException {
    SecretKey shared = ECDH.deriveSharedSecret(to.key(), P256.privateKey(ephemeral), null);
    return encryptWithZ(header, shared, plain, AAD.compute(header));
  }

  @Override
  public Set<Curve> supportedEllipticCurves() {
    return Set.of(Curve.P_256);
  }

  @Override
  public Set<EncryptionMethod> supportedEncryptionMethods() {
    return Set.of(EncryptionMethod.A256GCM);
  }
}
