package org.softpause.signer.store;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** Seals and opens the files of one store with AES-256-GCM. The slow key derivation runs once. */
final class StoreCipher {
  private static final int TAG_BITS = 128;

  private final Argon2Cost cost;
  private final byte[] salt;
  private final SecretKey key;
  private final SecureRandom random;

  private StoreCipher(Argon2Cost cost, byte[] salt, SecretKey key, SecureRandom random) {
    this.cost = cost;
    this.salt = salt;
    this.key = key;
    this.random = random;
  }

  static StoreCipher fresh(Passphrase passphrase, Argon2Cost cost, SecureRandom random) {
    byte[] salt = new byte[KeyDerivation.SALT_LENGTH];
    random.nextBytes(salt);
    return new StoreCipher(cost, salt, KeyDerivation.derive(passphrase, salt, cost), random);
  }

  static StoreCipher forStore(Passphrase passphrase, Envelope store, SecureRandom random) {
    SecretKey key = KeyDerivation.derive(passphrase, store.salt(), store.cost());
    return new StoreCipher(store.cost(), store.salt(), key, random);
  }

  Envelope seal(SealedFileKind kind, byte[] content) {
    byte[] iv = new byte[Envelope.IV_LENGTH];
    random.nextBytes(iv);
    try {
      byte[] sealed = cipher(kind, Cipher.ENCRYPT_MODE, iv).doFinal(content);
      return new Envelope(kind, cost, salt, iv, sealed);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("AES-256-GCM must be available", failure);
    }
  }

  /**
   * Decrypts a file and checks that it is authentic.
   *
   * @throws StoreException LOCKED, both for another passphrase and for a changed byte
   */
  byte[] open(Envelope envelope) {
    try {
      return cipher(envelope.kind(), Cipher.DECRYPT_MODE, envelope.iv())
          .doFinal(envelope.ciphertext());
    } catch (AEADBadTagException wrong) {
      throw new StoreException(
          StoreProblem.LOCKED,
          "the passphrase is wrong or the " + envelope.kind() + " is damaged",
          wrong);
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("AES-256-GCM must be available", failure);
    }
  }

  private Cipher cipher(SealedFileKind kind, int mode, byte[] iv) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
    cipher.updateAAD(Envelope.header(kind, cost, salt));
    return cipher;
  }
}
