package org.softpause.auditor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.TestRegistry.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.fixture.PauseBuilder;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.proof.BlockRef;
import org.softpause.protocol.registry.Certificate;
import org.softpause.protocol.token.Attestation;
import org.softpause.protocol.token.TokenIssuer;
import org.softpause.protocol.token.TokenKey;

class OfflineCommandsTest {
  private static final TokenKey KEY = TokenKey.generate(new SeededRandom(1));

  @TempDir private Path folder;

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private Path file(String name, JsonObject content) throws IOException {
    return Files.write(folder.resolve(name), CanonicalJson.encode(content));
  }

  private static String token(String head) {
    Attestation attestation =
        new Attestation(
            TestRegistry.DOMAIN,
            7,
            Bytes32.parse("0x" + head.repeat(64)),
            new BlockRef(100, Bytes32.ZERO, NOW),
            7,
            List.of(),
            List.of(),
            Optional.empty());
    return new TokenIssuer(KEY, "https://service.example", Duration.ofMinutes(5))
        .issue(attestation, NOW);
  }

  private AuditorRun compare(String one, String other) throws IOException {
    return AuditorRun.run(
        "compare",
        file("one.jwt", one),
        file("other.jwt", other + "\n"),
        "--key",
        file("key.jwk", KEY.publicIdentity().toJson()),
        "--proof",
        folder.resolve("lie.json"));
  }

  @Test
  void twoTokensThatContradictEachOtherBecomeAProofThatAnyoneCanCheck() throws IOException {
    AuditorRun run = compare(token("1"), token("2"));
    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains("THE SERVICE LIED").contains("two heads after 7 entries");
    AuditorRun check = AuditorRun.run("check-proof", folder.resolve("lie.json"));
    assertThat(check.exit()).isZero();
    assertThat(check.out()).startsWith("PROVEN: key " + KEY.publicIdentity().kid());
  }

  @Test
  void twoTokensThatAgreeLeaveNoFileBehind() throws IOException {
    AuditorRun run = compare(token("1"), token("1"));
    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("NO CONTRADICTION");
    assertThat(folder.resolve("lie.json")).doesNotExist();
  }

  @Test
  void anInventedProofIsRefused() throws IOException {
    compare(token("1"), token("2"));
    Path proof = folder.resolve("lie.json");
    Files.writeString(proof, Files.readString(proof).replace("first", "fist"));
    AuditorRun check = AuditorRun.run("check-proof", proof);
    assertThat(check.exit()).isEqualTo(1);
    assertThat(check.err()).startsWith("refused: ");
  }

  @Test
  void aFileWithoutEndIsRefusedByItsSize() {
    AuditorRun check = AuditorRun.run("check-proof", Path.of("/dev/zero"));
    assertThat(check.exit()).isEqualTo(1);
    assertThat(check.err()).startsWith("refused: too-large: ");
  }

  private Path certificate() throws IOException {
    Certificate certificate = TestRegistry.certify(new PauseBuilder().build());
    return file("certificate.json", certificate.toJson());
  }

  @Test
  void aCertificateIsExplainedAndItsSignaturesCheckedUnderTheFoundingKeys() throws IOException {
    Path deployment = file("deployment.json", TestRegistry.deployment().toJson());
    AuditorRun run = AuditorRun.run("explain", certificate(), "--deployment", deployment);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("pause to 5 %")
        .contains("France (250) and Germany (276)")
        .contains("SIGNED by every founding committee that had to sign");
  }

  @Test
  void withoutKeysACertificateIsExplainedAndNotCalledSigned() throws IOException {
    AuditorRun run = AuditorRun.run("explain", certificate());
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).contains("SIGNATURES NOT CHECKED").doesNotContain("SIGNED by");
  }

  @Test
  void anEditedCertificateIsRefused() throws IOException {
    Path file = certificate();
    Files.writeString(
        file, Files.readString(file).replace("\"ceilingBps\":500", "\"ceilingBps\":900"));
    AuditorRun run = AuditorRun.run("explain", file);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).startsWith("refused: certificate-id-mismatch");
  }

  @Test
  void aFileThatIsNotThereIsNoVerdict() {
    AuditorRun run = AuditorRun.run("explain", folder.resolve("nothing"));
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).startsWith("could not check: NoSuchFileException");
  }

  @Test
  void usageIsTwo() {
    assertThat(AuditorRun.run("verify").exit()).isEqualTo(2);
    assertThat(AuditorRun.run("verify", "--rpc", "http://127.0.0.1:1", "--registry", "0x1").exit())
        .isEqualTo(2);
  }
}
