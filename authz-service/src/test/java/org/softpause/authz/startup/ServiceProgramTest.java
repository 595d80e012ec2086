package org.softpause.authz.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.softpause.authz.AuthzService;

/** The program as an operator starts it. */
class ServiceProgramTest {
  @Test
  void helpAndVersionStartNothing() throws Exception {
    Ended help = start("--help");
    assertThat(help.code()).isZero();
    assertThat(help.text()).startsWith("authz-service: ").doesNotContain("Starting");
    Ended version = start("--version");
    assertThat(version.code()).isZero();
    assertThat(version.text().lines()).hasSize(1);
  }

  @Test
  void whatKeepsItFromStartingIsOneSentenceAndExitCode2() throws Exception {
    Ended unknown = start("--softpause.token.liftime=5m");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.text().strip()).isEqualTo("There is no setting softpause.token.liftime.");
    Ended database =
        start(
            "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/x",
            "--server.port=0",
            "--management.server.port=0");
    assertThat(database.code()).isEqualTo(2);
    assertThat(database.text().lines()).as(database.text()).hasSize(1);
  }

  private record Ended(int code, String text) {}

  private static Ended start(String... arguments) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    words.addAll(
        List.of("-Xmx192m", "-XX:+ExitOnOutOfMemoryError", "-XX:TieredStopAtLevel=1", "-cp"));
    words.add(System.getProperty("java.class.path"));
    words.add(AuthzService.class.getName());
    words.addAll(List.of(arguments));
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), text);
  }
}
