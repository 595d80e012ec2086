package org.softpause.signer.store;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** The operator's passphrase: 8 to 1024 bytes of UTF-8, which are never printed. */
public final class Passphrase {
  private static final int MIN_BYTES = 8;
  private static final int MAX_BYTES = 1024;

  private final byte[] bytes;

  private Passphrase(byte[] bytes) {
    if (bytes.length < MIN_BYTES || bytes.length > MAX_BYTES) {
      throw new StoreException(
          StoreProblem.PASSPHRASE, "a passphrase has " + MIN_BYTES + " to " + MAX_BYTES + " bytes");
    }
    this.bytes = bytes;
  }

  /** Takes the characters over, and wipes the given array. */
  public static Passphrase of(char[] characters) {
    ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(characters));
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes).rewind();
    encoded.put(new byte[bytes.length]);
    Arrays.fill(characters, '\0');
    return new Passphrase(bytes);
  }

  /**
   * Reads the first line of a file that nobody but its owner may read.
   *
   * @throws StoreException PASSPHRASE if others can read the file, it cannot be read, or the line
   *     is too short or too long
   */
  public static Passphrase fromFile(Path file) {
    return new Passphrase(SecretFile.firstLine(file, MAX_BYTES));
  }

  /** Returns a copy, which the caller wipes after use. */
  byte[] exposeSecretBytes() {
    return bytes.clone();
  }

  @Override
  public String toString() {
    return "Passphrase[redacted]";
  }
}
