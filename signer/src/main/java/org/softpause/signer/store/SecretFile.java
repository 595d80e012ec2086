package org.softpause.signer.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;

/** Reads a secret from the first line of a file that nobody but its owner may read. */
public final class SecretFile {
  private SecretFile() {}

  /**
   * Returns the bytes of the first line, which the caller wipes.
   *
   * @throws StoreException PASSPHRASE if others can read the file, or it cannot be read
   */
  public static byte[] firstLine(Path file, int maxBytes) {
    try {
      if (Files.isRegularFile(file) && readableByOthers(file)) {
        throw new StoreException(
            StoreProblem.PASSPHRASE, file + " can be read by others; chmod 600 it first");
      }
      return read(file, maxBytes);
    } catch (IOException failure) {
      throw new StoreException(StoreProblem.PASSPHRASE, "cannot read " + file, failure);
    }
  }

  private static boolean readableByOthers(Path file) throws IOException {
    return Files.getPosixFilePermissions(file).stream()
        .anyMatch(p -> p == PosixFilePermission.GROUP_READ || p == PosixFilePermission.OTHERS_READ);
  }

  private static byte[] read(Path file, int maxBytes) throws IOException {
    try (var input = Files.newInputStream(file)) {
      byte[] content = input.readNBytes(maxBytes + 2);
      int end = 0;
      while (end < content.length && content[end] != '\n' && content[end] != '\r') {
        end++;
      }
      byte[] line = Arrays.copyOf(content, end);
      Arrays.fill(content, (byte) 0);
      return line;
    }
  }
}
