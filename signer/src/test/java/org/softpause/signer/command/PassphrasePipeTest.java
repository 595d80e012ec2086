package org.softpause.signer.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.signer.Signer;
import org.softpause.signer.world.Officers;

/** The passphrase comes through a pipe, which can be read once, into a process of its own. */
class PassphrasePipeTest {
  private static final String PIPED = "exec \"$@\" 3< <(echo correct horse battery)";

  @TempDir Path folder;
  private Officers officers;

  @BeforeEach
  void kenyaIsEnrolled() throws IOException {
    officers = new Officers(folder, new SeededRandom(31));
    officers.enrol(List.of("Kenya"));
  }

  @AfterEach
  void close() {
    officers.close();
  }

  @Test
  void aRepeatedInitABackupAndARecoveryEachReadItOnce() throws Exception {
    String backup = officers.file("kenya.backup").toString();

    assertThat(piped("Kenya", "init", "--name", "Kenya", "--enrolment-code", "code"))
        .startsWith("Registered Kenya");
    assertThat(piped("Kenya", "backup", backup)).contains("and read it back.");
    assertThat(piped("Kenya-anew", "recover", "--backup", backup)).startsWith("Recovered Kenya");
  }

  /** What one process of the signer has said. */
  private String piped(String storeDirectory, String... arguments) throws Exception {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command = new ArrayList<>(List.of("bash", "-c", PIPED, "bash"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classes, Signer.class.getName()));
    command.addAll(
        List.of("--home", folder.resolve(storeDirectory).toString(), "--passphrase-fd", "3"));
    command.addAll(List.of("--service", officers.service().address().toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
