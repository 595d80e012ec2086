package org.softpause.frost;

import java.security.SecureRandom;
import java.util.Arrays;

/** Round one: commitment, RFC 9591 section 5.1. */
public final class RoundOne {
  private static final int RANDOMNESS = 32;

  private RoundOne() {}

  /** commit(sk_i), section 5.1; the public half is {@link SigningNonces#commitments()}. */
  public static SigningNonces commit(SigningShare secret, SecureRandom random) {
    Scalar hiding = nonceGenerate(secret, random);
    Scalar binding = nonceGenerate(secret, random);
    return SigningNonces.of(hiding, binding);
  }

  /**
   * nonce_generate(secret), section 4.1: hashes randomness together with the secret, so that a
   * nonce is unpredictable even if the source of randomness is not. Zero has no encoding and is
   * drawn anew.
   */
  private static Scalar nonceGenerate(SigningShare secret, SecureRandom random) {
    byte[] randomBytes = new byte[RANDOMNESS];
    random.nextBytes(randomBytes);
    Scalar nonce = secret.readSecretBytes(encoded -> Ciphersuite.h3(randomBytes, encoded));
    Arrays.fill(randomBytes, (byte) 0);
    return nonce.isZero() ? nonceGenerate(secret, random) : nonce;
  }
}
