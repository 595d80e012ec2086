package org.softpause.signer.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The lock on the store, shared by all processes. It is held for one operation and not for a whole
 * command, so that a running {@code watch} and an {@code approve} beside it take turns.
 */
record StoreLock(StoreDirectory storeDirectory, Duration patience) {
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Duration PAUSE = Duration.ofMillis(10);

  /**
   * Runs the operation under the lock. Closing the channel releases the lock, whatever the
   * operation did.
   *
   * @throws StoreException BUSY when another holds it for longer than {@code patience}
   */
  <T> T whileHeld(Supplier<T> operation) {
    try (FileChannel channel = open()) {
      acquire(channel);
      return operation.get();
    } catch (IOException failure) {
      throw new StoreException(StoreProblem.DISK, "cannot lock " + storeDirectory.lock(), failure);
    }
  }

  private FileChannel open() throws IOException {
    return FileChannel.open(
        storeDirectory.lock(),
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
        PosixFilePermissions.asFileAttribute(StoreDirectory.FILE_MODE));
  }

  private void acquire(FileChannel channel) throws IOException {
    long attempts = 1 + patience.dividedBy(PAUSE);
    for (long attempt = 0; attempt < attempts; attempt++) {
      if (tryLock(channel) != null) {
        return;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    throw new StoreException(
        StoreProblem.BUSY, "another command has held the store for " + patience.toSeconds() + " s");
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldInThisProcess) {
      return null;
    }
  }
}
