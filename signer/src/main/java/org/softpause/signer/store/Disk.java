package org.softpause.signer.store;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The file operations that a durable write consists of, so that a test can make any of them fail.
 */
public interface Disk {
  /**
   * Reads the whole file.
   *
   * @param limit how many bytes the file may have at most
   * @throws IOException also for a file above the limit
   */
  byte[] read(Path file, int limit) throws IOException;

  /** Creates the file for its owner alone and returns only when its bytes are on the medium. */
  void writeNew(Path file, byte[] content) throws IOException;

  void deleteIfExists(Path file) throws IOException;

  /** Replaces the target in one step; readers see the old file or the new one. */
  void rename(Path source, Path target) throws IOException;

  /** Returns when the folder's own entries, a rename among them, are on the medium. */
  void syncFolder(Path folder) throws IOException;
}
