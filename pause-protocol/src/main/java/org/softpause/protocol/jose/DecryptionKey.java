package org.softpause.protocol.jose;

import java.math.BigInteger;
import java.security.interfaces.ECPrivateKey;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/**
 * The key with which a member opens one dealer's share in one ceremony. It is secret until its
 * holder publishes it in a complaint, which ends the ceremony.
 */
public final class DecryptionKey {
  private final BigInteger d;

  private DecryptionKey(BigInteger d) {
    this.d = d;
  }

  /**
   * Derives a key from secret bytes that are uniform and longer than a scalar, by reducing them
   * modulo the order.
   *
   * @throws RuleViolation {@link Rule#MALFORMED_KEY} for zero
   */
  public static DecryptionKey derive(byte[] uniform) {
    return new DecryptionKey(P256.reduce(uniform));
  }

  /**
   * Reads the JWK member d of a complaint, which is base64url of 32 bytes.
   *
   * @throws RuleViolation {@link Rule#MALFORMED_KEY} or {@link Rule#MALFORMED_VALUE}
   */
  public static DecryptionKey parse(String secret) {
    return new DecryptionKey(P256.scalar(Base64Url.decode(secret, P256.SCALAR_LENGTH)));
  }

  /**
   * Returns the JWK member d. Only a complaint may use it: nothing sealed to this key is secret
   * afterwards.
   */
  public String exposeSecretText() {
    return Base64Url.encode(P256.bytes(d));
  }

  public EncryptionKey encryptionKey() {
    return EncryptionKey.of(P256.publicKeyOf(d));
  }

  ECPrivateKey key() {
    return P256.privateKey(d);
  }

  @Override
  public String toString() {
    return "DecryptionKey[redacted]";
  }
}
