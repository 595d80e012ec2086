package org.softpause.signer.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.softpause.signer.world.Fixtures.CHEAP;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.frost.Identifier;
import org.softpause.frost.SecretBytes;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.signer.store.Passphrase;
import org.softpause.signer.store.StoreException;
import org.softpause.signer.store.StoreProblem;
import org.softpause.signer.world.Fixtures;

class BackupFileTest {
  @TempDir Path folder;
  private final SecureRandom random = new SeededRandom(4);
  private final Backup backup =
      new Backup(
          "Kenya",
          "some kid",
          Fixtures.NOW,
          17,
          List.of(
              new BackedUpSeat(
                  Fixtures.hash("ceremony"),
                  new Identifier(2),
                  secret(32),
                  Fixtures.hash("roster"),
                  Optional.empty()),
              new BackedUpSeat(
                  Fixtures.hash("another ceremony"),
                  new Identifier(1),
                  secret(32),
                  Fixtures.hash("another roster"),
                  Optional.of(Fixtures.hash("repair")))),
          Optional.of(secret(32)),
          Optional.empty());
  private Path path;
  private BackupFile file;

  @BeforeEach
  void aBackup() {
    path = folder.resolve("backup");
    file = new BackupFile(path, random);
    file.write(backup, passphrase("correct horse"), CHEAP);
  }

  @Test
  void whatWasWrittenIsReadAgain() {
    assertThat(file.open(passphrase("correct horse"))).isEqualTo(backup);
  }

  @Test
  void itIsItsOwnersAloneAndShowsNothing() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
    assertThat(new String(Files.readAllBytes(path), UTF_8))
        .startsWith("softpause signer backup 1\n")
        .doesNotContain("Kenya");
  }

  @Test
  void anotherPassphraseDoesNotOpenIt() {
    problem(StoreProblem.LOCKED, () -> file.open(passphrase("another horse")));
  }

  @Test
  void aFileThatIsThereStays() throws IOException {
    byte[] before = Files.readAllBytes(path);
    problem(StoreProblem.EXISTS, () -> file.write(backup, passphrase("correct horse"), CHEAP));
    assertThat(Files.readAllBytes(path)).isEqualTo(before);
  }

  @Test
  void everyChangedByteIsNoticed() throws IOException {
    byte[] whole = Files.readAllBytes(path);
    for (int i = 0; i < whole.length; i += 7) {
      byte[] changed = whole.clone();
      changed[i] ^= 1;
      Files.write(path, changed);
      assertThatThrownBy(() -> file.open(passphrase("correct horse")))
          .as("byte " + i)
          .isInstanceOf(StoreException.class);
    }
  }

  @Test
  void aStoreIsNoBackup() throws IOException {
    Path storeDirectory = folder.resolve("home");
    Fixtures.store(
        storeDirectory,
        new org.softpause.signer.store.PosixDisk(),
        org.softpause.protocol.jose.SoftwareIdentity.generate(random),
        random);
    BackupFile store = new BackupFile(storeDirectory.resolve("store"), random);
    problem(StoreProblem.FORMAT, () -> store.open(passphrase("correct horse")));
  }

  @Test
  void anotherVersionIsRefused() {
    String other = new String(backup.encode(), UTF_8).replace("backup-v1", "backup-v2");
    assertThatThrownBy(() -> Backup.decode(other.getBytes(UTF_8)))
        .isInstanceOf(RuleViolation.class);
  }

  @Test
  void itDoesNotPrintItsSecrets() {
    assertThat(backup.toString()).contains("redacted").doesNotContain("[B@");
  }

  private SecretBytes secret(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    bytes[0] = 1;
    return SecretBytes.copyOf(bytes);
  }

  private static Passphrase passphrase(String text) {
    return Passphrase.of(text.toCharArray());
  }

  private static void problem(StoreProblem problem, ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }
}
