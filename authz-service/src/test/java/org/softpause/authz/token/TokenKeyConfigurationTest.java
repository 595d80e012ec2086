package org.softpause.authz.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.authz.system.LocalFile;
import org.softpause.protocol.fixture.TestRandom;
import org.softpause.protocol.token.TokenKey;

class TokenKeyConfigurationTest {
  private final TokenKeyConfiguration configuration = new TokenKeyConfiguration();

  @TempDir private Path folder = Path.of("unset");

  @Test
  void theFirstStartMakesTheKeyAndEveryOtherReadsIt() throws IOException {
    TokenKey made = start(1);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(start(2).publicIdentity()).isEqualTo(made.publicIdentity());
  }

  @Test
  void aKeyThatOthersMayReadIsRefused() throws IOException {
    start(1);
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> start(2)).hasMessage(file() + " must have mode 0600");
  }

  private TokenKey start(long seed) {
    var settings =
        new TokenSettings(
            new LocalFile(file()),
            "http://127.0.0.1",
            Duration.ofMinutes(5),
            Duration.ofSeconds(1),
            32);
    return configuration.tokenKey(settings, TestRandom.seeded(seed));
  }

  private Path file() {
    return folder.resolve("keys").resolve("token-key.json");
  }
}
