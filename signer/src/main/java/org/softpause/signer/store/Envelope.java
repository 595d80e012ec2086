package org.softpause.signer.store;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The binary format of a sealed file of any {@link SealedFileKind}: a header (32-byte name with
 * version, u32 memory, u32 iterations, u32 lanes, 16 bytes of salt), then 12 bytes of IV, then the
 * AES-256-GCM ciphertext and its tag. The header is authenticated with the content, so neither its
 * costs nor its salt can be exchanged.
 */
final class Envelope {
  static final int IV_LENGTH = 12;
  static final int MAX_LENGTH = 25 * 1024 * 1024;
  private static final int HEADER_LENGTH = SealedFileKind.LENGTH + 12 + KeyDerivation.SALT_LENGTH;
  private static final int TAG_LENGTH = 16;

  private final SealedFileKind kind;
  private final Argon2Cost cost;
  private final byte[] salt;
  private final byte[] iv;
  private final byte[] ciphertext;

  Envelope(SealedFileKind kind, Argon2Cost cost, byte[] salt, byte[] iv, byte[] ciphertext) {
    this.kind = kind;
    this.cost = cost;
    this.salt = salt;
    this.iv = iv;
    this.ciphertext = ciphertext;
  }

  /**
   * Decodes a file that must be of the given kind.
   *
   * @throws StoreException FORMAT for anything that is not exactly this version
   */
  static Envelope decode(SealedFileKind kind, byte[] file) {
    if (file.length < HEADER_LENGTH + IV_LENGTH + TAG_LENGTH) {
      throw new StoreException(StoreProblem.FORMAT, "the " + kind + " is shorter than its header");
    }
    ByteBuffer in = ByteBuffer.wrap(file);
    if (!Arrays.equals(take(in, SealedFileKind.LENGTH), kind.magic())) {
      throw new StoreException(StoreProblem.FORMAT, "not a signer " + kind + " of version 1");
    }
    Argon2Cost cost = new Argon2Cost(in.getInt(), in.getInt(), in.getInt());
    byte[] salt = take(in, KeyDerivation.SALT_LENGTH);
    return new Envelope(kind, cost, salt, take(in, IV_LENGTH), take(in, in.remaining()));
  }

  SealedFileKind kind() {
    return kind;
  }

  Argon2Cost cost() {
    return cost;
  }

  byte[] salt() {
    return salt;
  }

  byte[] iv() {
    return iv;
  }

  byte[] ciphertext() {
    return ciphertext;
  }

  byte[] encode() {
    byte[] header = header(kind, cost, salt);
    return ByteBuffer.allocate(header.length + iv.length + ciphertext.length)
        .put(header)
        .put(iv)
        .put(ciphertext)
        .array();
  }

  /** Returns the bytes that are authenticated together with the content. */
  static byte[] header(SealedFileKind kind, Argon2Cost cost, byte[] salt) {
    return ByteBuffer.allocate(HEADER_LENGTH)
        .put(kind.magic())
        .putInt(cost.memoryKib())
        .putInt(cost.iterations())
        .putInt(cost.lanes())
        .put(salt)
        .array();
  }

  private static byte[] take(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }
}
