package org.softpause.signer.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.protocol.fixture.SeededRandom;

class EncryptedStoreTest {
  private static final Argon2Cost CHEAP = new Argon2Cost(64, 1, 1);
  private static final byte[] OLD = "old content".getBytes(UTF_8);
  private static final byte[] NEW = "new content, somewhat longer".getBytes(UTF_8);

  @TempDir Path parent;
  private final FailingDisk disk = new FailingDisk();
  private final SecureRandom random = new SeededRandom(11);
  private Path folder;
  private StoreDirectory storeDirectory;

  @BeforeEach
  void aStoreWithOldContent() {
    folder = parent.resolve("home");
    storeDirectory = StoreDirectory.create(folder);
    EncryptedStore.create(storeDirectory, disk, passphrase(), CHEAP, random, OLD);
  }

  @Test
  void whatWasWrittenIsReadByTheNextProcess() {
    open().change(old -> NEW);
    assertThat(open().read()).isEqualTo(NEW);
  }

  @Test
  void anotherProcessesWriteIsSeenByOneThatIsAlreadyRunning() {
    EncryptedStore watch = open();
    open().change(old -> NEW);
    assertThat(watch.read()).isEqualTo(NEW);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void aWriteFailingAtAnyStepLeavesTheOldContentOrTheNew(int step) {
    EncryptedStore encryptedStore = open();
    disk.failAtStep(step);
    assertProblem(StoreProblem.DISK, () -> encryptedStore.change(old -> NEW));
    byte[] expected = step <= 3 ? OLD : NEW;
    assertThat(open().read()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void theNextWriteAfterAFailureSucceeds(int step) {
    EncryptedStore encryptedStore = open();
    disk.failAtStep(step);
    assertProblem(StoreProblem.DISK, () -> encryptedStore.change(old -> new byte[] {3}));
    disk.repair();
    encryptedStore.change(old -> NEW);
    assertThat(open().read()).isEqualTo(NEW);
  }

  @Test
  void aChangeThatThrowsWritesNothing() {
    EncryptedStore encryptedStore = open();
    assertThatThrownBy(
            () ->
                encryptedStore.change(
                    old -> {
                      throw new IllegalStateException("refused");
                    }))
        .hasMessage("refused");
    assertThat(open().read()).isEqualTo(OLD);
  }

  @Test
  void anotherPassphraseDoesNotOpenIt() {
    assertProblem(
        StoreProblem.LOCKED,
        () ->
            EncryptedStore.open(
                storeDirectory, disk, Passphrase.of("another one".toCharArray()), random));
  }

  @Test
  void everyChangedByteIsNoticed() throws IOException {
    byte[] file = Files.readAllBytes(folder.resolve("store"));
    for (int i = 0; i < file.length; i++) {
      byte[] changed = file.clone();
      changed[i] ^= 1;
      Files.write(folder.resolve("store"), changed);
      assertThatThrownBy(this::open).as("byte " + i).isInstanceOf(StoreException.class);
    }
  }

  @Test
  void everyTruncationIsNoticed() throws IOException {
    byte[] file = Files.readAllBytes(folder.resolve("store"));
    for (int length = 0; length < file.length; length++) {
      Files.write(folder.resolve("store"), Arrays.copyOf(file, length));
      assertThatThrownBy(this::open).as("length " + length).isInstanceOf(StoreException.class);
    }
  }

  @Test
  void theFileDoesNotHoldItsContentInClear() throws IOException {
    assertThat(new String(Files.readAllBytes(folder.resolve("store")), UTF_8))
        .doesNotContain("old content");
  }

  @Test
  void folderAndFilesAreTheOwnersAlone() throws IOException {
    assertThat(mode(folder)).isEqualTo("rwx------");
    assertThat(mode(folder.resolve("store"))).isEqualTo("rw-------");
    assertThat(mode(folder.resolve("lock"))).isEqualTo("rw-------");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rwx------", "r--------"})
  void aStoreWithAnyOtherModeIsRefused(String mode) throws IOException {
    Files.setPosixFilePermissions(folder.resolve("store"), PosixFilePermissions.fromString(mode));
    assertProblem(StoreProblem.PERMISSIONS, this::open);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxr-x---", "rwx-----x", "rwxrwxrwx"})
  void aFolderOpenToOthersIsRefused(String mode) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(mode));
    assertProblem(StoreProblem.PERMISSIONS, () -> StoreDirectory.open(folder));
  }

  @Test
  void aStoreBehindASymbolicLinkIsRefused() throws IOException {
    Path elsewhere = parent.resolve("elsewhere");
    Files.move(folder.resolve("store"), elsewhere);
    Files.createSymbolicLink(folder.resolve("store"), elsewhere);
    assertProblem(StoreProblem.MISSING, this::open);
  }

  @Test
  void aFolderWithoutAStoreSaysSo() throws IOException {
    Files.delete(folder.resolve("store"));
    assertProblem(StoreProblem.MISSING, this::open);
  }

  @Test
  void aSecondInitLeavesTheFirstStoreAlone() {
    assertProblem(
        StoreProblem.EXISTS,
        () -> EncryptedStore.create(storeDirectory, disk, passphrase(), CHEAP, random, NEW));
    assertThat(open().read()).isEqualTo(OLD);
  }

  @Test
  void aStoreHeldByAnotherIsWaitedForAndThenReportedBusy() throws IOException {
    try (FileChannel other = FileChannel.open(folder.resolve("lock"), StandardOpenOption.WRITE)) {
      other.lock();
      StoreLock impatient = new StoreLock(storeDirectory, Duration.ofMillis(30));
      assertProblem(StoreProblem.BUSY, () -> impatient.whileHeld(() -> "held"));
    }
    assertThat(new StoreLock(storeDirectory, Duration.ZERO).whileHeld(() -> "held"))
        .isEqualTo("held");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "seven b"})
  void aShortPassphraseIsRefused(String text) {
    assertProblem(StoreProblem.PASSPHRASE, () -> Passphrase.of(text.toCharArray()));
  }

  @Test
  void thePassphraseIsTheFirstLineOfAFileThatOthersCannotRead() throws IOException {
    Path file = parent.resolve("passphrase");
    Files.writeString(file, "correct horse\nsecond line");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertProblem(StoreProblem.PASSPHRASE, () -> Passphrase.fromFile(file));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(EncryptedStore.open(storeDirectory, disk, Passphrase.fromFile(file), random).read())
        .isEqualTo(OLD);
  }

  private EncryptedStore open() {
    return EncryptedStore.open(storeDirectory, disk, passphrase(), random);
  }

  private static Passphrase passphrase() {
    return Passphrase.of("correct horse".toCharArray());
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static void assertProblem(StoreProblem problem, ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }
}
