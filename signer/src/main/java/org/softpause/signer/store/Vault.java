package org.softpause.signer.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One encrypted file of bytes. A change is read, made and written under the lock; when {@link
 * #change} returns, the new content survives a loss of power, and when it throws, the file holds
 * the old content or the new one, never a mixture.
 */
public final class Vault {
  private final Home home;
  private final Disk disk;
  private final Sealer sealer;
  private final HomeLock lock;

  private Vault(Home home, Disk disk, Sealer sealer) {
    this.home = home;
    this.disk = disk;
    this.sealer = sealer;
    this.lock = new HomeLock(home, HomeLock.PATIENCE);
  }

  /**
   * A new store.
   *
   * @throws StoreException EXISTS where a store is already, which is left as it is
   */
  public static Vault create(
      Home home,
      Disk disk,
      Passphrase passphrase,
      Argon2Cost cost,
      SecureRandom random,
      byte[] content) {
    Vault vault = new Vault(home, disk, Sealer.fresh(passphrase, cost, random));
    return vault.lock.whileHeld(
        () -> {
          vault.requireNone();
          vault.write(content);
          return vault;
        });
  }

  /**
   * A store that {@link #create} made.
   *
   * @throws StoreException MISSING, PERMISSIONS, FORMAT or LOCKED
   */
  public static Vault open(Home home, Disk disk, Passphrase passphrase, SecureRandom random) {
    Envelope envelope = envelope(home, disk);
    Vault vault = new Vault(home, disk, Sealer.forStore(passphrase, envelope, random));
    Arrays.fill(vault.sealer.open(envelope), (byte) 0);
    vault.sync();
    return vault;
  }

  /** The content as it is now; another process may have written since the last look. */
  public byte[] read() {
    return lock.whileHeld(() -> sealer.open(envelope(home, disk)));
  }

  /**
   * Replaces the content by what {@code step} makes of it. Equal content is not written again, but
   * may be that of a process killed before its rename was sure to stay, and is made so.
   */
  public void change(UnaryOperator<byte[]> step) {
    lock.whileHeld(
        () -> {
          byte[] before = sealer.open(envelope(home, disk));
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
   * What {@link #keepLog} kept; nothing where the file is missing, damaged or of another store,
   * since all of it can be had again.
   */
  public Optional<byte[]> log() {
    SideFile file = SideFile.of(home, disk, SideFile.LOG);
    try {
      return file.read().map(bytes -> sealer.open(Envelope.decode(Kind.LOG, bytes)));
    } catch (StoreException unusable) {
      return Optional.empty();
    }
  }

  /** Keeps what can be had again, sealed, so that nobody else can have written it. */
  public void keepLog(byte[] content) {
    byte[] sealed = sealer.seal(Kind.LOG, content).encode();
    SideFile.of(home, disk, SideFile.LOG).change(before -> Optional.of(sealed));
  }

  private void requireNone() {
    if (Files.exists(home.store(), LinkOption.NOFOLLOW_LINKS)) {
      throw new StoreException(StoreProblem.EXISTS, "a signer already lives here");
    }
  }

  private static Envelope envelope(Home home, Disk disk) {
    Home.requireOwnersFile(home.store());
    try {
      return Envelope.decode(Kind.STORE, disk.read(home.store(), Envelope.MAX_LENGTH));
    } catch (IOException failure) {
      throw new StoreException(StoreProblem.DISK, "cannot read " + home.store(), failure);
    }
  }

  /** Makes the file that is there now the one that is there after a loss of power. */
  private void sync() {
    try {
      disk.syncFolder(home.folder());
    } catch (IOException failure) {
      throw new StoreException(StoreProblem.DISK, "cannot sync " + home.folder(), failure);
    }
  }

  private void write(byte[] content) {
    byte[] file = sealer.seal(Kind.STORE, content).encode();
    if (file.length > Envelope.MAX_LENGTH) {
      throw new StoreException(StoreProblem.FORMAT, "the store would exceed its largest size");
    }
    try {
      disk.deleteIfExists(home.draft());
      disk.writeNew(home.draft(), file);
      disk.rename(home.draft(), home.store());
      disk.syncFolder(home.folder());
    } catch (IOException failure) {
      throw new StoreException(StoreProblem.DISK, "cannot write " + home.store(), failure);
    }
  }
}
