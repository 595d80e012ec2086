package org.softpause.signer.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.signer.world.Officers.NAMES;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.frost.Signature;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.registry.Deployment;
import org.softpause.signer.world.Officers;
import org.softpause.signer.world.Officers.Outcome;
import org.softpause.signer.world.TestNode;

/**
 * Five signers, each a command line with a home of its own, from their enrolment to a signature.
 */
class CommitteeAtWorkTest {
  @TempDir Path folder;
  private Officers officers;

  @BeforeEach
  void fiveOfficersAtOneBoard() throws IOException {
    officers = new Officers(folder, new SeededRandom(9));
  }

  @AfterEach
  void close() {
    officers.close();
  }

  @Test
  void fiveSignersFoundACommitteeAndThreeOfThemPause() throws Exception {
    officers.found();
    Deployment deployment = officers.deploy();
    try (TestNode node = new TestNode(deployment, Officers.NOW.getEpochSecond())) {
      officers.useNode(node.address());
      NAMES.forEach(name -> assertThat(run(name, "check-deployment").code()).isZero());
      Bytes32 id = Bytes32.parse(officers.propose("Kenya").text("id"));
      String last4 = id.toString().substring(62);
      assertThat(run("Brazil", "show", id.toString()).out())
          .contains("Training and mixed clusters are cut to 5 %")
          .contains("Approved by Kenya: 1 approval of the 3 needed");
      assertThat(run("Brazil", "reject", id.toString(), "--reason", "not yet").code()).isZero();
      assertThat(run("India", "approve", id.toString(), "--confirm", last4).code()).isZero();
      assertThat(run("Switzerland", "approve", id.toString(), "--confirm", last4).code()).isZero();
      List.of("Kenya", "India", "Switzerland", "Brazil").forEach(this::watchOnce);
      Signature signature = officers.world().signature(id).orElseThrow();
      officers
          .world()
          .onlyCeremony()
          .roster()
          .orElseThrow()
          .groupKey()
          .verify(id.bytes(), signature);
      sharesThatWereLostAreSentAgainAsTheyWere(id);
      assertThat(run("India", "status").out()).contains("Decisions approved: 1, rejected: 0");
      refusals(node, deployment, id);
      nothingSecretWasSaid();
    }
  }

  @Test
  void anApprovalIsWithdrawnWhileTheServiceIsAway() throws Exception {
    officers.found();
    Deployment deployment = officers.deploy();
    try (TestNode node = new TestNode(deployment, Officers.NOW.getEpochSecond())) {
      officers.useNode(node.address());
      NAMES.forEach(name -> assertThat(run(name, "check-deployment").code()).isZero());
      Bytes32 id = Bytes32.parse(officers.propose("Kenya").text("id"));
      String last4 = id.toString().substring(62);
      List.of("India", "Switzerland")
          .forEach(
              name ->
                  assertThat(run(name, "approve", id.toString(), "--confirm", last4).code())
                      .isZero());
      List<String> reject = List.of("reject", id.toString(), "--reason", "not any more");

      Outcome away = officers.offline("India", with(reject, "--service", "http://127.0.0.1:1"));
      assertThat(away.code()).as(away.err()).isEqualTo(3);
      assertThat(away.out())
          .contains("Rejected " + id)
          .contains("the service does not know of it yet");
      List.of("Kenya", "India", "Switzerland").forEach(this::watchOnce);
      assertThat(officers.world().signature(id)).isEmpty();
      assertThat(officers.world().forgetShares(id)).hasSize(2);

      Outcome again = run("India", with(reject));
      assertThat(again.code()).as(again.err()).isZero();
      assertThat(again.out()).doesNotContain("had already left");
    }
  }

  private static String[] with(List<String> command, String... before) {
    return Stream.concat(Stream.of(before), command.stream()).toArray(String[]::new);
  }

  private void sharesThatWereLostAreSentAgainAsTheyWere(Bytes32 id) {
    List<Jws> first = officers.world().forgetShares(id);
    assertThat(first).hasSize(3);
    List.of("Kenya", "India", "Switzerland").forEach(this::watchOnce);
    assertThat(officers.world().forgetShares(id)).isEqualTo(first);
  }

  @Test
  void anAddressWithoutItsSchemeIsAMistakeInTheCommandLine() {
    Outcome outcome = officers.offline("Kenya", "decisions", "--service", "localhost:8080");
    assertThat(outcome.code()).isEqualTo(ExitCodes.USAGE);
    assertThat(outcome.err())
        .startsWith("Invalid value for option '--service'")
        .contains("an address is like http://127.0.0.1:8080");
  }

  @Test
  void aWrongFingerprintIsNotJoined() {
    NAMES.forEach(officers::enrol);
    String id = officers.proposeCommittee().text("id");
    assertThat(run("Kenya", "join", id, "--fingerprint", "0000").err())
        .startsWith("refused: fingerprint-mismatch: ");
  }

  private void refusals(TestNode node, Deployment deployment, Bytes32 id) {
    Outcome again = officers.propose("Kenya", "--slot", "0", "--starts-in", "10s");
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err()).startsWith("refused: slot-still-approved: ");
    Outcome unconfirmed = run("Civil Council", "approve", id.toString(), "--confirm", "zzzz");
    assertThat(unconfirmed.code()).isEqualTo(1);
    assertThat(unconfirmed.err()).startsWith("refused: confirmation-mismatch: ");
    Outcome late =
        run("Brazil", "approve", id.toString(), "--confirm", id.toString().substring(62));
    assertThat(late.err()).startsWith("refused: decision-rejected-before: ");
    byte[] code = TestNode.code(deployment);
    code[0] ^= 1;
    node.setCode(code);
    assertThat(run("Kenya", "check-deployment").err())
        .startsWith("refused: deployment-code-mismatch: ");
    node.setCode(TestNode.code(deployment));
    node.setCreation("0x60");
    assertThat(run("Kenya", "check-deployment").err())
        .startsWith("refused: deployment-code-mismatch: ");
  }

  /** Of all secrets that any store ever held, none stands in what was printed or sent. */
  private void nothingSecretWasSaid() {
    assertThat(officers.secrets().count()).isGreaterThan(100);
    officers.said().forEach(text -> assertThat(officers.secrets().in(text)).isEmpty());
    officers.world().received().forEach(text -> assertThat(officers.secrets().in(text)).isEmpty());
  }

  /** One round of watch, without its loop. */
  private void watchOnce(String name) {
    Outcome outcome = run(name, "watch", "--rounds", "1");
    assertThat(outcome.code()).as(outcome.err()).isZero();
  }

  private Outcome run(String name, String... arguments) {
    return officers.run(name, arguments);
  }
}
