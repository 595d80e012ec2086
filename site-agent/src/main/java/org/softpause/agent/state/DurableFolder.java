package org.softpause.agent.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A folder whose files are replaced as a whole; every write is on the disk when its call returns.
 */
final class DurableFolder {
  private final Path folder;

  private DurableFolder(Path folder) {
    this.folder = folder;
  }

  /** Opens the folder, which is made only when something is written into it. */
  static DurableFolder open(Path folder) {
    return new DurableFolder(folder);
  }

  /** Makes the folder if it is missing. */
  void create() throws IOException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /**
   * Replaces the file. A reader sees all of the old or all of the new content, even after a power
   * loss.
   */
  void replace(String name, byte[] content) throws IOException {
    create();
    Path fresh = file(name + ".new");
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      writeAll(channel, content);
    }
    Files.move(
        fresh, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    flushFolder();
  }

  /** Appends to the file. The reader has to recognise an end that a crash has cut off. */
  void append(String name, byte[] content) throws IOException {
    create();
    boolean fresh = !Files.exists(file(name));
    try (FileChannel channel =
        FileChannel.open(file(name), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      writeAll(channel, content);
    }
    if (fresh) {
      flushFolder();
    }
  }

  private static void writeAll(FileChannel channel, byte[] content) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(content);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
    channel.force(true);
  }

  private void flushFolder() throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
