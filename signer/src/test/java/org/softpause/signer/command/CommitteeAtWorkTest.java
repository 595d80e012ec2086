package org.softpause.signer.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.jose.Jws;
import org.softpause.signer.command.console.ExitCodes;
import org.softpause.signer.world.Officers;
import org.softpause.signer.world.Outcome;
import org.softpause.signer.world.TestNode;

/** Five signers, each a command line with a folder of its own, from enrolment to a signature. */
class CommitteeAtWorkTest {
  private static final String NOWHERE = "http://127.0.0.1:1";

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
    theCommitteeHasItsRegistry();
    Bytes32 pause = officers.kenya().proposesPause().id();
    assertThat(officers.brazil().reads(pause).out())
        .contains("Training and mixed clusters are cut to 5 %")
        .contains("Approved by Kenya: 1 approval of the 3 needed");
    officers.brazil().rejects(pause, "not yet").done();
    officers.india().approves(pause).done();
    officers.switzerland().approves(pause).done();
    officers.watchOnce("Kenya", "India", "Switzerland", "Brazil");
    officers.requireSigned(pause);
    sharesThatWereLostAreSentAgainAsTheyWere(pause);
    assertThat(officers.india().status()).contains("Decisions approved: 1, rejected: 0");
    whatDoesNotFitIsRefused(pause);
    aRegistryWithOtherCodeIsRefused();
    nothingSecretWasSaid();
  }

  @Test
  void anApprovalIsWithdrawnWhileTheServiceIsAway() throws Exception {
    theCommitteeHasItsRegistry();
    Bytes32 pause = officers.kenya().proposesPause().id();
    officers.india().approves(pause).done();
    officers.switzerland().approves(pause).done();

    Outcome away =
        officers
            .india()
            .runOffline(
                "--service", NOWHERE, "reject", pause.toString(), "--reason", "not any more");
    assertThat(away.isUnreachable()).as(away.err()).isTrue();
    assertThat(away.out())
        .contains("Rejected " + pause)
        .contains("the service does not know of it yet");
    officers.watchOnce("Kenya", "India", "Switzerland");
    assertThat(officers.service().signature(pause)).isEmpty();
    assertThat(officers.service().forgetShares(pause)).hasSize(2);

    Outcome again = officers.india().rejects(pause, "not any more").done();
    assertThat(again.out()).doesNotContain("had already left");
  }

  @Test
  void anAddressWithoutItsSchemeIsAMistakeInTheCommandLine() {
    Outcome outcome = officers.kenya().runOffline("decisions", "--service", "localhost:8080");
    assertThat(outcome.code()).isEqualTo(ExitCodes.USAGE);
    assertThat(outcome.err())
        .startsWith("Invalid value for option '--service'")
        .contains("an address is like http://127.0.0.1:8080");
  }

  @Test
  void aWrongFingerprintIsNotJoined() {
    officers.enrol(Officers.FOUNDERS);
    Outcome proposed = officers.proposeCommittee();
    String firstHalf = proposed.text("fingerprint").substring(0, 39);
    for (String wrong : List.of("0000", firstHalf, firstHalf + " " + firstHalf)) {
      officers
          .kenya()
          .run("join", proposed.text("id"), "--fingerprint", wrong)
          .refused("fingerprint-mismatch");
    }
  }

  private void theCommitteeHasItsRegistry() throws Exception {
    officers.found();
    officers.deployRegistry();
    officers.pinRegistry(Officers.FOUNDERS);
  }

  private void sharesThatWereLostAreSentAgainAsTheyWere(Bytes32 pause) {
    List<Jws> first = officers.service().forgetShares(pause);
    assertThat(first).hasSize(3);
    officers.watchOnce("Kenya", "India", "Switzerland");
    assertThat(officers.service().forgetShares(pause)).isEqualTo(first);
  }

  private void whatDoesNotFitIsRefused(Bytes32 pause) {
    officers
        .kenya()
        .proposesPause("--slot", "0", "--starts-in", "10s")
        .refused("slot-still-approved");
    officers
        .named("Civil Council")
        .run("approve", pause.toString(), "--confirm", "zzzz")
        .refused("confirmation-mismatch");
    officers.brazil().approves(pause).refused("decision-rejected-before");
  }

  private void aRegistryWithOtherCodeIsRefused() {
    TestNode node = officers.registry().node();
    byte[] code = TestNode.code(officers.registry().deployment());
    byte[] other = code.clone();
    other[0] ^= 1;
    node.setCode(other);
    officers.kenya().pinsRegistry().refused("deployment-code-mismatch");
    node.setCode(code);
    node.setCreation("0x60");
    officers.kenya().pinsRegistry().refused("deployment-code-mismatch");
  }

  /** Of all secrets that any store ever held, none stands in what was printed or sent. */
  private void nothingSecretWasSaid() {
    assertThat(officers.secrets().count()).isGreaterThan(100);
    officers.printed().forEach(text -> assertThat(officers.secrets().in(text)).isEmpty());
    officers
        .service()
        .received()
        .forEach(text -> assertThat(officers.secrets().in(text)).isEmpty());
  }
}
