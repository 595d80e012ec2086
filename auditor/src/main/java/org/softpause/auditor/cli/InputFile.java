package org.softpause.auditor.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** Reads a file that somebody else may have written, and that may have no end. */
final class InputFile {
  private InputFile() {}

  /**
   * The whole file.
   *
   * @throws RuleViolation {@link Rule#TOO_LARGE} if it has more than so many bytes
   */
  static byte[] read(Path file, int most) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new RuleViolation(Rule.TOO_LARGE, file + " has more than " + most + " bytes");
      }
      return bytes;
    }
  }
}
