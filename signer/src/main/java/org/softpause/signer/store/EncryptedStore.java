package org.softpause.signer.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The one encrypted file that holds what a signer remembers. A change is read, made and written
 * under the lock; when {@link #change} returns, the new content survives a loss of power, and when
 * it throws, the file holds either the old content or the new one, never a mixture.
 */
public final class EncryptedStore {
  private final StoreDirectory storeDirectory;
  private final Disk disk;
  private final StoreCipher storeCipher;
  private final StoreLock lock;

  private EncryptedStore(StoreDirectory storeDirectory, Disk disk, StoreCipher storeCipher) {
    this.storeDirectory = storeDirectory;
    this.disk = disk;
    this.storeCipher = storeCipher;
    this.lock = new StoreLock(storeDirectory, StoreLock.PATIENCE);
  }

  /**
   * Creates a store.
   *
   * @throws StoreException EXISTS if there is a store already, which is left as it is
   */
  public static EncryptedStore create(
      StoreDirectory storeDirectory,
      Disk disk,
      Passphrase passphrase,
      Argon2Cost cost,
      SecureRandom random,
      byte[] content) {
    EncryptedStore encryptedStore =
        new EncryptedStore(storeDirectory, disk, StoreCipher.fresh(passphrase, cost, random));
    return encryptedStore.lock.whileHeld(
        () -> {
          encryptedStore.requireNone();
          encryptedStore.write(content);
          return encryptedStore;
        });
  }

  /**
   * Opens a store that {@link #create} made.
   *
   * @throws StoreException MISSING, PERMISSIONS, FORMAT or LOCKED
   */
  public static EncryptedStore open(
      StoreDirectory storeDirectory, Disk disk, Passphrase passphrase, SecureRandom random) {
    Envelope envelope = envelope(storeDirectory, disk);
    EncryptedStore encryptedStore =
        new EncryptedStore(
            storeDirectory, disk, StoreCipher.forStore(passphrase, envelope, random));
    Arrays.fill(encryptedStore.storeCipher.open(envelope), (byte) 0);
    encryptedStore.sync();
    return encryptedStore;
  }

  /** Returns the content as it is now; another process may have changed it since the last call. */
  public byte[] read() {
    return lock.whileHeld(() -> storeCipher.open(envelope(storeDirectory, disk)));
  }

  /**
   * Replaces the content by what {@code step} makes of it. Equal content is not written again, but
   * it is synced: a process may have been killed between renaming it and making that durable.
   */
  public void change(UnaryOperator<byte[]> step) {
    lock.whileHeld(
        () -> {
          byte[] before = storeCipher.open(envelope(storeDirectory, disk));
          byte[] after = step.apply(before);
          if (Arrays.equals(after, before)) {
            sync();
          } else {
            write(after);
          }
          return after;
        });
  }

  /**
   * Returns what {@link #keepLog} kept. It returns nothing if the file is missing, damaged or from
   * another store, since the log can always be fetched again.
   */
  public Optional<byte[]> log() {
    SidecarFile file = SidecarFile.of(storeDirectory, disk, SidecarFile.LOG);
    try {
      return file.read().map(bytes -> storeCipher.open(Envelope.decode(SealedFileKind.LOG, bytes)));
    } catch (StoreException unusable) {
      return Optional.empty();
    }
  }

  /** Keeps a log that can be fetched again. It is sealed, so that nobody else can write one. */
  public void keepLog(byte[] content) {
    byte[] sealed = storeCipher.seal(SealedFileKind.LOG, content).encode();
    SidecarFile.of(storeDirectory, disk, SidecarFile.LOG).change(before -> Optional.of(sealed));
  }

  private void requireNone() {
    if (Files.exists(storeDirectory.store(), LinkOption.NOFOLLOW_LINKS)) {
      throw new StoreException(StoreProblem.EXISTS, "there is already a signer in this folder");
    }
  }

  private static Envelope envelope(StoreDirectory storeDirectory, Disk disk) {
    StoreDirectory.requireOwnersFile(storeDirectory.store());
    try {
      return Envelope.decode(
          SealedFileKind.STORE, disk.read(storeDirectory.store(), Envelope.MAX_LENGTH));
    } catch (IOException failure) {
      throw new StoreException(StoreProblem.DISK, "cannot read " + storeDirectory.store(), failure);
    }
  }

  /** Makes sure that a loss of power leaves the file that is there now. */
  private void sync() {
    try {
      disk.syncFolder(storeDirectory.folder());
    } catch (IOException failure) {
      throw new StoreException(
          StoreProblem.DISK, "cannot sync " + storeDirectory.folder(), failure);
    }
  }

  private void write(byte[] content) {
    byte[] file = storeCipher.seal(SealedFileKind.STORE, content).encode();
    if (file.length > Envelope.MAX_LENGTH) {
      throw new StoreException(StoreProblem.FORMAT, "the store would exceed its largest size");
    }
    try {
      disk.deleteIfExists(storeDirectory.draft());
      disk.writeNew(storeDirectory.draft(), file);
      disk.rename(storeDirectory.draft(), storeDirectory.store());
      disk.syncFolder(storeDirectory.folder());
    } catch (IOException failure) {
      throw new StoreException(
          StoreProblem.DISK, "cannot write " + storeDirectory.store(), failure);
    }
  }
}
