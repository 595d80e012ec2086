package org.softpause.signer.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;

/** What the operator knows: UTF-8 bytes, at least 8, never printed. */
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

  /** Wipes the characters given. */
  public static Passphrase of(char[] characters) {
    ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(characters));
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes).rewind();
    encoded.put(new byte[bytes.length]);
    Arrays.fill(characters, '\0');
    return new Passphrase(bytes);
  }

  /**
   * The first line of a file, which nobody but its owner may read.
   *
   * @throws StoreException PASSPHRASE
   */
  public static Passphrase fromFile(Path file) {
    try {
      if (Files.isRegularFile(file) && readableByOthers(file)) {
        throw new StoreException(
            StoreProblem.PASSPHRASE, file + " can be read by others; chmod 600 it first");
      }
      return firstLine(file);
    } catch (IOException failure) {
      throw new StoreException(StoreProblem.PASSPHRASE, "cannot read " + file, failure);
    }
  }

  private static boolean readableByOthers(Path file) throws IOException {
    return Files.getPosixFilePermissions(file).stream()
        .anyMatch(p -> p == PosixFilePermission.GROUP_READ || p == PosixFilePermission.OTHERS_READ);
  }

  private static Passphrase firstLine(Path file) throws IOException {
    try (var input = Files.newInputStream(file)) {
      byte[] content = input.readNBytes(MAX_BYTES + 2);
      int end = 0;
      while (end < content.length && content[end] != '\n' && content[end] != '\r') {
        end++;
      }
      byte[] line = Arrays.copyOf(content, end);
      Arrays.fill(content, (byte) 0);
      return new Passphrase(line);
    }
  }

  /** A copy, which the caller wipes after use. */
  byte[] exposeSecretBytes() {
    return bytes.clone();
  }

  @Override
  public String toString() {
    return "Passphrase[redacted]";
  }
}
