package org.softpause.authz.ethereum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderKeyTest {
  private static final String KEY =
      "00000000000000000000000000000000" + "00000000000000000000000000000001";
  private static final String NOT_HEX =
      "zz000000000000000000000000000000" + "00000000000000000000000000000001";
  private static final String ADDRESS = "0x7e5f4552091a69125d5dfcb7b8c2659029395bdf";

  @TempDir private Path folder = Path.of("unset");

  @ParameterizedTest
  @ValueSource(strings = {KEY, "0x" + KEY, KEY + "\n"})
  void aKeyIsReadWithOrWithoutItsPrefix(String text) throws IOException {
    assertThat(SenderKey.read(file(text, "rw-------")).address().toString()).isEqualTo(ADDRESS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
  void aFileThatOthersMayTouchIsRefused(String permissions) throws IOException {
    Path file = file(KEY, permissions);
    assertThatThrownBy(() -> SenderKey.read(file)).hasMessage(file + " must have mode 0600");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", KEY + "0", NOT_HEX})
  void aMalformedKeyIsRefusedWithoutShowingIt(String text) throws IOException {
    Path file = file(text, "rw-------");
    assertThatThrownBy(() -> SenderKey.read(file))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(file + " must hold a private key of 64 hex digits");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> SenderKey.read(folder.resolve("none")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("none");
  }

  @Test
  void itsTextShowsTheAddressAlone() throws IOException {
    assertThat(SenderKey.read(file(KEY, "rw-------"))).hasToString("SenderKey[" + ADDRESS + "]");
  }

  private Path file(String text, String permissions) throws IOException {
    Path file = Files.writeString(folder.resolve("sender.key"), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }
}
