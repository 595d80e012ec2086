package org.softpause.authz.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.db.PostgresFixture;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Whatever keeps the service from starting is told in one sentence that names the setting. */
class StartupChecksTest {
  private final Map<String, Object> settings = new HashMap<>();
  private final Map<String, Object> variables = new HashMap<>();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "softpause.tokn.lifetime",
        "softpause.token.liftime",
        "softpause.lifetime",
        "softpause.limits.connections.max"
      })
  void anUnknownSettingIsNamed(String name) {
    settings.put(name, "5m");
    refused(() -> checks().checkSettings(), "There is no setting " + name + ".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "softpause.token.lifetime",
        "softpause.token.keyFile",
        "softpause.token.key-file",
        "softpause.limits.proxies[0]",
        "softpause.ceremonies.period",
        "softpause.ethereum.sender-key-file",
        "softpause.registry.deployment-file",
        "spring.anything"
      })
  void aKnownSettingPasses(String name) {
    settings.put(name, "x");
    assertThatCode(() -> checks().checkSettings()).doesNotThrowAnyException();
  }

  @Test
  void anEnvironmentVariableIsASettingToo() {
    variables.put("SOFTPAUSE_TOKEN_LIFETIME", "5m");
    variables.put("SOFTPAUSE_TOKEN_KEY_FILE", "x");
    variables.put("SOFTPAUSE_TOKEN_KEYFILE", "x");
    assertThatCode(() -> checks().checkSettings()).doesNotThrowAnyException();
    variables.put("SOFTPAUSE_TOKEN_LIFETIM", "5m");
    refused(() -> checks().checkSettings(), "softpause.token.lifetim");
  }

  @Test
  void aSenderKeyThatIsMissingOrUnreadableIsNamedRegistryOrNot() throws IOException {
    Path file = folder.resolve("sender.key");
    settings.put("softpause.ethereum.sender-key-file", file.toString());
    refused(() -> checks().checkSenderKey(), "softpause.ethereum.sender-key-file", "sender.key");
    Files.writeString(file, "no key");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    refused(() -> checks().checkSenderKey(), "mode 0600");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    refused(() -> checks().checkSenderKey(), "64 hex digits");
    Files.writeString(file, "1".repeat(64));
    assertThatCode(() -> checks().checkSenderKey()).doesNotThrowAnyException();
  }

  @Test
  void aPortInUseIsNamed() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      settings.put("server.address", "127.0.0.1");
      settings.put("server.port", other.getLocalPort());
      refused(() -> checks().checkPort("server"), other.getLocalPort() + " (server.port)");
    }
    assertThatCode(() -> checks().checkPort("server")).doesNotThrowAnyException();
  }

  @Test
  void aWrongPasswordAMissingDatabaseAndASilentServerAreToldApart() {
    PostgresFixture.Database database = PostgresFixture.shared().newDatabase();
    settings.put("spring.datasource.url", database.url());
    settings.put("spring.datasource.username", database.user());
    settings.put("spring.datasource.password", database.password());
    assertThatCode(() -> checks().checkDatabase()).doesNotThrowAnyException();
    settings.put("spring.datasource.url", database.url() + "_not?password=secret");
    assertThatThrownBy(() -> checks().checkDatabase())
        .hasMessageStartingWith("There is no such database")
        .message()
        .doesNotContain("secret");
    settings.put("spring.datasource.url", "jdbc:postgresql://127.0.0.1:1/x");
    refused(() -> checks().checkDatabase(), "cannot be reached (spring.datasource.url)");
  }

  @Test
  void aUserThatTheDatabaseDoesNotKnowIsTold() {
    PostgresFixture.Database database = PostgresFixture.shared().newDatabase();
    settings.put("spring.datasource.url", database.url());
    settings.put("spring.datasource.username", "nobody");
    settings.put("spring.datasource.password", "wrong");
    refused(() -> checks().checkDatabase(), "spring.datasource.username");
  }

  @Test
  void aNodeThatDoesNotAnswerIsNamed() {
    settings.put("softpause.ethereum.rpc-url", "http://127.0.0.1:1");
    settings.put("softpause.ethereum.timeout", "2s");
    refused(() -> checks().checkNode(), "http://127.0.0.1:1", "softpause.ethereum.rpc-url");
  }

  private static void refused(ThrowingCallable check, String... parts) {
    assertThatThrownBy(check)
        .isInstanceOf(StartupRefused.class)
        .message()
        .contains(parts)
        .endsWith(".")
        .doesNotContain("\n");
  }

  private StartupChecks checks() {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("given", settings));
    environment
        .getPropertySources()
        .replace(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
    ConfigurationPropertySources.attach(environment);
    assertThat(environment.getPropertySources()).isNotEmpty();
    return new StartupChecks(environment);
  }
}
