package org.softpause.signer.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.signer.world.Officers.NAMES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.registry.Deployment;
import org.softpause.signer.world.Officers;
import org.softpause.signer.world.Officers.Outcome;
import org.softpause.signer.world.TestNode;

/** Kenya's folder is put back in time, as a careless restore or a machine snapshot would. */
class OldCopyTest {
  @TempDir Path folder;
  private Officers officers;
  private Bytes32 id;
  private TestNode node;

  @BeforeEach
  void kenyaHasSignedSinceTheCopyWasMade() throws Exception {
    officers = new Officers(folder, new SeededRandom(12));
    officers.found();
    Deployment deployment = officers.deploy();
    node = new TestNode(deployment, Officers.NOW.getEpochSecond());
    officers.useNode(node.address());
    NAMES.forEach(name -> assertThat(officers.run(name, "check-deployment").code()).isZero());
    id = Bytes32.parse(officers.propose("Kenya").text("id"));
    copy(officers.storeDirectory("Kenya"), folder.resolve("copy"));
    for (String name : List.of("India", "Switzerland")) {
      assertThat(officers.run(name, "approve", id.toString(), "--confirm", last4()).code())
          .isZero();
    }
    assertThat(watch().out()).contains("signature share sent");
    delete(officers.storeDirectory("Kenya"));
    copy(folder.resolve("copy"), officers.storeDirectory("Kenya"));
  }

  @AfterEach
  void close() {
    officers.close();
    node.close();
  }

  @Test
  void anOldCopyReleasesNoShareAndSaysWhatToDo() {
    Outcome outcome = watch();
    assertThat(outcome.code()).isEqualTo(ExitCodes.REFUSED);
    assertThat(outcome.err())
        .startsWith("refused: signer-behind: this machine's key has signed commitment")
        .contains("Sign nothing with it")
        .contains("recover");
  }

  @Test
  void anOldCopyCastsNoBallot() {
    Outcome proposed = officers.propose("Kenya", "--slot", "1");
    assertThat(proposed.code()).isEqualTo(ExitCodes.REFUSED);
    assertThat(proposed.err()).startsWith("refused: signer-behind: ");
  }

  @Test
  void anOldCopyStillRejects() {
    assertThat(officers.run("Kenya", "reject", id.toString(), "--reason", "no longer").code())
        .isZero();
  }

  private Outcome watch() {
    return officers.run("Kenya", "watch", "--rounds", "1");
  }

  private String last4() {
    return id.toString().substring(62);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(
            file,
            to.resolve(from.relativize(file)),
            java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
