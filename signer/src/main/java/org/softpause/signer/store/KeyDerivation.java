package org.softpause.signer.store;

import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Derives an AES-256 key from a passphrase by Argon2id 1.3 (RFC 9106), which the JDK lacks. */
final class KeyDerivation {
  static final int SALT_LENGTH = 16;
  private static final int KEY_LENGTH = 32;

  private KeyDerivation() {}

  static SecretKey derive(Passphrase passphrase, byte[] salt, Argon2Cost cost) {
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memoryKib())
            .withIterations(cost.iterations())
            .withParallelism(cost.lanes())
            .withSalt(salt)
            .build());
    byte[] secret = passphrase.exposeSecretBytes();
    byte[] key = new byte[KEY_LENGTH];
    argon2.generateBytes(secret, key);
    SecretKey result = new SecretKeySpec(key, "AES");
    Arrays.fill(secret, (byte) 0);
    Arrays.fill(key, (byte) 0);
    return result;
  }
}
