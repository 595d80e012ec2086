package org.softpause.signer.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.fixture.Golden;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.signer.backup.BackupFile;
import org.softpause.signer.state.SignerStore;
import org.softpause.signer.store.Passphrase;
import org.softpause.signer.store.PosixDisk;
import org.softpause.signer.world.Fixtures;

class GoldenStoredTest {
  @TempDir Path folder;
  private final SecureRandom random = new SeededRandom(1);

  @ParameterizedTest
  @EnumSource
  void anObjectReadAndWrittenAgainKeepsItsBytes(StoredObject stored) {
    assertThat(stored.again(stored.golden())).isEqualTo(stored.golden());
  }

  @ParameterizedTest
  @EnumSource
  void aMemberOfAnotherNameIsRefusedHoweverDeepItStands(StoredObject stored) {
    for (Golden.Renamed renamed : Golden.renamed(stored.golden())) {
      assertThatThrownBy(() -> stored.again(renamed.bytes()))
          .as(renamed.member())
          .isInstanceOf(RuleViolation.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void somethingBehindTheObjectIsRefused(StoredObject stored) {
    byte[] more = (new String(stored.golden(), UTF_8) + "{}").getBytes(UTF_8);
    assertThatThrownBy(() -> stored.again(more)).isInstanceOf(RuleViolation.class);
  }

  @Test
  void aSealedStoreAndTheLogBesideItStillOpen() throws IOException {
    Path storeDirectory = Files.createDirectory(folder.resolve("home"));
    Files.setPosixFilePermissions(storeDirectory, PosixFilePermissions.fromString("rwx------"));
    place(storeDirectory.resolve("store"), "store.sealed");
    place(storeDirectory.resolve("log"), "log.sealed");
    SignerStore store = Fixtures.reopen(storeDirectory, new PosixDisk(), random);
    assertThat(store.read().encode()).isEqualTo(StoredObject.STATE.golden());
    assertThat(store.log()).hasValueSatisfying(log -> assertThat(log).asString().isEqualTo("{}"));
  }

  @Test
  void aSealedBackupStillOpens() throws IOException {
    Path file = folder.resolve("backup");
    place(file, "backup.sealed");
    Passphrase passphrase = Passphrase.of("correct horse".toCharArray());
    assertThat(new BackupFile(file, random).open(passphrase).encode())
        .isEqualTo(StoredObject.BACKUP.golden());
  }

  private static void place(Path file, String golden) throws IOException {
    Files.write(file, Golden.bytes(GoldenStoredTest.class, golden));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
