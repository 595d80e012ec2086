package org.softpause.signer.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A file beside the store that holds no secret. It is written under the store's lock and as durably
 * as the store.
 */
public final class SidecarFile {
  /** The air gap's requests that wait to be carried, and the answers that were brought back. */
  public static final String PENDING_REQUESTS = "mailbag";

  static final String LOG = "log";

  private final StoreDirectory storeDirectory;
  private final Disk disk;
  private final Path file;
  private final StoreLock lock;

  private SidecarFile(StoreDirectory storeDirectory, Disk disk, String name) {
    this.storeDirectory = storeDirectory;
    this.disk = disk;
    this.file = storeDirectory.folder().resolve(name);
    this.lock = new StoreLock(storeDirectory, StoreLock.PATIENCE);
  }

  public static SidecarFile of(StoreDirectory storeDirectory, Disk disk, String name) {
    return new SidecarFile(storeDirectory, disk, name);
  }

  /** Returns the content, or nothing before the first {@link #change}. */
  public Optional<byte[]> read() {
    return lock.whileHeld(this::content);
  }

  /** Replaces the content by what {@code step} makes of it. */
  public void change(UnaryOperator<Optional<byte[]>> step) {
    lock.whileHeld(
        () -> {
          write(step.apply(content()));
          return file;
        });
  }

  private Optional<byte[]> content() {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    StoreDirectory.requireOwnersFile(file);
    try {
      return Optional.of(disk.read(file, Envelope.MAX_LENGTH));
    } catch (IOException failure) {
      throw new StoreException(StoreProblem.DISK, "cannot read " + file, failure);
    }
  }

  private void write(Optional<byte[]> content) {
    Path draft = storeDirectory.folder().resolve(file.getFileName() + ".new");
    try {
      disk.deleteIfExists(draft);
      if (content.isPresent()) {
        disk.writeNew(draft, content.get());
        disk.rename(draft, file);
      } else {
        disk.deleteIfExists(file);
      }
      disk.syncFolder(storeDirectory.folder());
    } catch (IOException failure) {
      throw new StoreException(StoreProblem.DISK, "cannot write " + file, failure);
    }
  }
}
