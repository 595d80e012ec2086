package org.softpause.authz.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A setting that names a file is read as a plain path. */
class LocalFileTest {
  private static EthereumSettings bind(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("softpause.ethereum", EthereumSettings.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sender.key", "../sender.key", "../../keys/sender.key", "/keys/sender"})
  void aPathMayLeadOutOfTheFolderInWhichTheServiceWasStarted(String path) {
    assertThat(bind(Map.of("softpause.ethereum.sender-key-file", path)).senderKeyFile())
        .isEqualTo(new LocalFile(Path.of(path)));
  }

  @Test
  void aFileThatIsNotNamedIsNone() {
    assertThat(bind(Map.of("softpause.ethereum.timeout", "5s")).senderKeyFile()).isNull();
  }
}
