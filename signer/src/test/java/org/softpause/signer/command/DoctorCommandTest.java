package org.softpause.signer.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.jose.Jws;
import org.softpause.signer.backup.Backup;
import org.softpause.signer.backup.BackupFile;
import org.softpause.signer.command.console.ExitCodes;
import org.softpause.signer.store.Passphrase;
import org.softpause.signer.world.Officers;
import org.softpause.signer.world.Outcome;

/** What the doctor says before and after each cure; and a watch that is left alone. */
class DoctorCommandTest {
  private static final String POLICY =
      """
      {"type":"softpause-policy-v1","mandates":["STANDING"],"drillsOnly":false,"everywhere":false,
      "regions":[250,276],"hardwareClasses":1,"leastPeakPflops":1000,"leastCeilingBps":LEAST,
      "longestSeconds":36000,"lifts":false}
      """;

  @TempDir Path folder;
  private Officers officers;

  @BeforeEach
  void aCommitteeWithItsRegistry() throws Exception {
    officers = Officers.withRegistry(folder, new SeededRandom(14));
  }

  @AfterEach
  void close() {
    officers.close();
  }

  @Test
  void itFindsWhatIsWrongAndIsSilentOnceItIsCured() throws IOException {
    Outcome ill = doctor();
    assertThat(ill.code()).isEqualTo(ExitCodes.REFUSED);
    assertThat(ill.out()).contains("bad   backup").contains("run backup");

    Path file = folder.resolve("backup-of-kenya");
    officers.kenya().backsUpTo(file).done();
    assertThat(doctor().done().out())
        .doesNotContain("bad ")
        .contains("good  clock")
        .contains("good  registry");
    Passphrase passphrase = Passphrase.fromFile(officers.passphraseFile());
    Backup backup = new BackupFile(file, new SeededRandom(1)).open(passphrase);
    assertThat(backup.seats()).hasSize(1);
    assertThat(backup.name()).isEqualTo("Kenya");

    officers.registry().isAheadBy(-601);
    assertThat(doctor().out()).contains("bad   clock").contains("601 s ahead of");
    officers.registry().isAheadBy(0);
    Files.setPosixFilePermissions(
        officers.kenya().storeDirectory().resolve("lock"),
        PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(doctor().out()).contains("bad   folder");
  }

  @Test
  void leftAloneItApprovesWhatItsPolicyAllowsAndNothingElse() throws IOException {
    Bytes32 pause = officers.kenya().proposesPause().id();
    assertThat(unattended(600).out()).contains("policy-forbids: its ceiling is below 600");
    assertThat(officers.india().status()).contains("Decisions approved: 0");
    assertThat(unattended(500).out()).contains("decision " + pause + ": approved unattended");
    assertThat(officers.india().status()).contains("Decisions approved: 1");
  }

  @Test
  void anApprovalThatDidNotReachTheServiceIsSentAgainAsItWas() throws IOException {
    Bytes32 pause = officers.kenya().proposesPause().id();
    officers
        .service()
        .breakDown(request -> request.equals("POST /v1/decisions/" + pause + "/ballots"));
    assertThat(unattended(500).out()).contains("cannot be reached, trying again");
    Jws ballot = officers.india().store().read().ballots().getLast().ballot();
    assertThat(officers.service().ballots(pause)).doesNotContain(ballot);

    officers.service().breakDown(request -> false);
    assertThat(unattended(500).out()).contains("decision " + pause + ": approval sent again");

    assertThat(officers.service().ballots(pause)).contains(ballot);
    assertThat(officers.india().status()).contains("Decisions approved: 1");
  }

  @Test
  void aLogThatTheServiceRefusesDoesNotKeepSharesFromGoingOut() throws IOException {
    Bytes32 pause = officers.kenya().proposesPause().id();
    officers.india().approves(pause).done();
    officers.brazil().approves(pause).done();
    officers.service().refuse(request -> request.startsWith("GET /v1/log"));
    assertThat(unattended(500).done().out())
        .contains("refused decisions: forbidden")
        .contains("refused settlement: forbidden")
        .contains("signature share sent");
  }

  @Test
  void aPolicyHoldsBackTheShareOfADecisionThatAnOfficerApproved() throws IOException {
    Bytes32 pause = officers.kenya().proposesPause().id();
    officers.india().approves(pause).done();
    officers.brazil().approves(pause).done();
    Outcome held = officers.india().watchesOnce("--policy", policy(600));
    assertThat(held.out()).contains("policy-forbids").doesNotContain("share sent");
    assertThat(officers.india().watchesOnce().out()).contains("signature share sent");
  }

  @Test
  void nothingIsUnattendedWithoutAPolicy() {
    officers.india().watchesOnce("--unattended").refused("policy-forbids");
  }

  private Outcome unattended(int leastCeilingBps) throws IOException {
    return officers.india().watchesOnce("--unattended", "--policy", policy(leastCeilingBps));
  }

  private String policy(int leastCeilingBps) throws IOException {
    Path file = folder.resolve("policy" + leastCeilingBps);
    Files.writeString(file, POLICY.replace("LEAST", Integer.toString(leastCeilingBps)));
    return file.toString();
  }

  private Outcome doctor() {
    return officers.kenya().run("doctor");
  }
}
