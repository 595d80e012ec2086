package org.softpause.authz.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.authz.Eventually;
import org.softpause.authz.SingleCommitteeRegistry;

/** Deploying is paid for once, and what was deployed can be compared by everybody. */
class DeployOnceTest {
  /** The first of Anvil's accounts, whose key the world uses. */
  private static final String SENDER = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";

  @TempDir private Path folder;

  @Test
  void aSecondDeploymentIsRefusedBeforeAnythingIsSentAndTheFileIsPublic()
      throws IOException, GeneralSecurityException {
    try (SingleCommitteeRegistry world = SingleCommitteeRegistry.found(59)) {
      Path first = folder.resolve("deployment.json");
      Ran deployed = run(arguments(world, first));
      assertThat(deployed.code()).isZero();
      byte[] bytes = Files.readAllBytes(first);
      assertThat(deployed.out().lines().toList().getFirst()).matches("0x[0-9a-f]{40}");
      assertThat(deployed.out())
          .contains(
              HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)),
              "STANDING is held by roster 0x",
              "no decision ever reaches a cluster below 100 PFLOP/s (about 101 H100s)",
              "head_0 0x");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(first)))
          .isEqualTo("rw-r--r--");

      String nonces = nonce(world);
      Ran again = run(arguments(world, first));
      assertThat(again.code()).isEqualTo(1);
      assertThat(again.err()).contains("exists, and nothing was sent");
      assertThat(nonce(world)).isEqualTo(nonces);
      assertThat(Files.readAllBytes(first)).isEqualTo(bytes);

      Path served = world.folder().resolve("deployment.json");
      PrintStream before = System.out;
      ByteArrayOutputStream log = new ByteArrayOutputStream();
      System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
      try {
        Files.write(served, bytes);
        Eventually.equal(
            true,
            () ->
                log.toString(StandardCharsets.UTF_8)
                    .contains("IS NOT THAT OF THE REGISTRY SERVED HERE"));
      } finally {
        System.setOut(before);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no key"})
  void aSenderKeyThatCannotBeUsedIsOneSentence(String content) throws IOException {
    Path key = folder.resolve("sender.key");
    if (!content.isEmpty()) {
      Files.writeString(key, content);
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    }
    Ran ran =
        run(
            "--rpc=http://127.0.0.1:1",
            "--sender-key-file=" + key,
            "--service=http://127.0.0.1:1",
            "--standing=0x" + "11".repeat(32),
            "--exempt-below-pflops=100",
            "--out=" + folder.resolve("out.json"));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err().lines()).hasSize(1).first().asString().startsWith("refused: ");
    assertThat(folder.resolve("out.json")).doesNotExist();
  }

  private static String[] arguments(SingleCommitteeRegistry world, Path out) {
    return new String[] {
      "--rpc=" + world.anvil().endpoint(),
      "--sender-key-file=" + world.folder().resolve("sender.key"),
      "--service=" + world.service().open().base(),
      "--standing=" + world.signatories().committee().plan().id(),
      "--exempt-below-pflops=100",
      "--lead-seconds=5",
      "--min-ramp-seconds=5",
      "--out=" + out
    };
  }

  private static String nonce(SingleCommitteeRegistry world) {
    return world.anvil().call("eth_getTransactionCount", "[\"" + SENDER + "\",\"latest\"]");
  }

  private record Ran(int code, String out, String err) {}

  private static Ran run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream outBefore = System.out;
    PrintStream errBefore = System.err;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      int code = DeployRegistryCommand.run(arguments);
      return new Ran(
          code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(outBefore);
      System.setErr(errBefore);
    }
  }
}
