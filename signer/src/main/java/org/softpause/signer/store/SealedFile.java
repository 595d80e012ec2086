package org.softpause.signer.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Objects;

/** The sealed file of a backup, with a salt and a passphrase of its own and mode 0600. */
public final class SealedFile {
  private final Disk disk;
  private final Path file;

  public SealedFile(Disk disk, Path file) {
    this.disk = disk;
    this.file = file;
  }

  /**
   * Writes a new file and returns once it is durable.
   *
   * @throws StoreException EXISTS if there is a file already, or DISK
   */
  public void write(byte[] content, Passphrase passphrase, Argon2Cost cost, SecureRandom random) {
    Envelope sealed =
        StoreCipher.fresh(passphrase, cost, random).seal(SealedFileKind.BACKUP, content);
    try {
      disk.writeNew(file, sealed.encode());
      disk.syncFolder(
          Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder"));
    } catch (FileAlreadyExistsException exists) {
      throw new StoreException(StoreProblem.EXISTS, file + " exists already", exists);
    } catch (IOException failure) {
      throw new StoreException(StoreProblem.DISK, "cannot write " + file, failure);
    }
  }

  /**
   * Returns the content.
   *
   * @throws StoreException DISK, FORMAT or LOCKED
   */
  public byte[] read(Passphrase passphrase, SecureRandom random) {
    Envelope sealed = envelope();
    return StoreCipher.forStore(passphrase, sealed, random).open(sealed);
  }

  private Envelope envelope() {
    try {
      return Envelope.decode(SealedFileKind.BACKUP, disk.read(file, Envelope.MAX_LENGTH));
    } catch (IOException failure) {
      throw new StoreException(StoreProblem.DISK, "cannot read " + file, failure);
    }
  }
}
