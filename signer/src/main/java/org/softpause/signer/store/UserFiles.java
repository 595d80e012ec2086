package org.softpause.signer.store;

import java.io.IOException;
import java.nio.file.Path;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** Reads and writes files that a user names. */
public final class UserFiles {
  private UserFiles() {}

  /**
   * The whole file.
   *
   * @throws RuleViolation MALFORMED_VALUE if it cannot be read or is above the limit
   */
  public static byte[] read(Path file, int limit) {
    try {
      return new PosixDisk().read(file.toRealPath(), limit);
    } catch (IOException failure) {
      throw new RuleViolation(
          Rule.MALFORMED_VALUE, "cannot read " + file + ": " + failure.getMessage(), failure);
    }
  }

  /**
   * Writes a new file that only its owner can read.
   *
   * @throws RuleViolation MALFORMED_VALUE if it cannot be written or is there already
   */
  public static void writeNew(Path file, byte[] content) {
    try {
      new PosixDisk().writeNew(file, content);
    } catch (IOException failure) {
      throw new RuleViolation(
          Rule.MALFORMED_VALUE, "cannot write " + file + ": " + failure.getMessage(), failure);
    }
  }
}
