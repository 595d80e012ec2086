package org.softpause.signer.backup;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import org.softpause.signer.store.Argon2Cost;
import org.softpause.signer.store.Passphrase;
import org.softpause.signer.store.PosixDisk;
import org.softpause.signer.store.SealedFile;

/** A backup's encrypted file, which is read back before anybody relies on it. */
public final class BackupFile {
  private final Path path;
  private final SecureRandom random;

  public BackupFile(Path path, SecureRandom random) {
    this.path = path;
    this.random = random;
  }

  /**
   * Writes a new file and reads it again.
   *
   * @throws org.softpause.signer.store.StoreException EXISTS, DISK, or LOCKED for bytes that come
   *     back as others
   */
  public void write(Backup backup, Passphrase passphrase, Argon2Cost cost) {
    byte[] content = backup.encode();
    sealed().write(content, passphrase, cost, random);
    Arrays.fill(content, (byte) 0);
    open(passphrase);
  }

  /**
   * The backup.
   *
   * @throws org.softpause.signer.store.StoreException DISK, FORMAT or LOCKED
   * @throws org.softpause.protocol.RuleViolation for a content that is no backup of version 1
   */
  public Backup open(Passphrase passphrase) {
    byte[] content = sealed().read(passphrase, random);
    Backup backup = Backup.decode(content);
    Arrays.fill(content, (byte) 0);
    return backup;
  }

  private SealedFile sealed() {
    return new SealedFile(new PosixDisk(), path);
  }
}
