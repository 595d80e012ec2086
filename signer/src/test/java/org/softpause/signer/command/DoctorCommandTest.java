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
import org.softpause.protocol.registry.Deployment;
import org.softpause.signer.backup.Backup;
import org.softpause.signer.backup.BackupFile;
import org.softpause.signer.store.Passphrase;
import org.softpause.signer.world.Officers;
import org.softpause.signer.world.Officers.Outcome;
import org.softpause.signer.world.TestNode;

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
  private TestNode node;

  @BeforeEach
  void aCommitteeWithItsRegistry() throws Exception {
    officers = new Officers(folder, new SeededRandom(14));
    officers.found();
    Deployment deployment = officers.deploy();
    node = new TestNode(deployment, Officers.NOW.getEpochSecond());
    officers.useNode(node.address());
    Officers.NAMES.forEach(
        name -> assertThat(officers.run(name, "check-deployment").code()).isZero());
  }

  @AfterEach
  void close() {
    officers.close();
    node.close();
  }

  @Test
  void itFindsWhatIsWrongAndIsSilentOnceItIsCured() throws IOException {
    Outcome ill = doctor();
    assertThat(ill.code()).isEqualTo(ExitCodes.REFUSED);
    assertThat(ill.out()).contains("bad   backup").contains("run backup");

    Path file = folder.resolve("backup-of-kenya");
    assertThat(officers.run("Kenya", "backup", file.toString()).code()).isZero();
    Outcome well = doctor();
    assertThat(well.out()).doesNotContain("bad ");
    assertThat(well.code()).isZero();
    assertThat(well.out()).contains("good  clock").contains("good  registry");
    Passphrase passphrase = Passphrase.fromFile(officers.passphrase());
    Backup backup = new BackupFile(file, new SeededRandom(1)).open(passphrase);
    assertThat(backup.seats()).hasSize(1);
    assertThat(backup.name()).isEqualTo("Kenya");

    node.setNow(Officers.NOW.getEpochSecond() - 601);
    assertThat(doctor().out()).contains("bad   clock").contains("601 s ahead of");
    node.setNow(Officers.NOW.getEpochSecond());
    Files.setPosixFilePermissions(
        officers.storeDirectory("Kenya").resolve("lock"),
        PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(doctor().out()).contains("bad   folder");
  }

  @Test
  void leftAloneItApprovesWhatItsPolicyAllowsAndNothingElse() throws IOException {
    Bytes32 id = Bytes32.parse(officers.propose("Kenya").text("id"));
    Outcome strict = unattended("India", 600);
    assertThat(strict.out()).contains("policy-forbids: its ceiling is below 600");
    assertThat(officers.run("India", "status").out()).contains("Decisions approved: 0");
    Outcome lenient = unattended("India", 500);
    assertThat(lenient.out()).contains("decision " + id + ": approved unattended");
    assertThat(officers.run("India", "status").out()).contains("Decisions approved: 1");
  }

  @Test
  void anApprovalThatDidNotReachTheServiceIsSentAgainAsItWas() throws IOException {
    Bytes32 id = Bytes32.parse(officers.propose("Kenya").text("id"));
    officers.world().breakDown(request -> request.equals("POST /v1/decisions/" + id + "/ballots"));
    assertThat(unattended("India", 500).out()).contains("cannot be reached, trying again");
    Jws ballot = officers.store("India").read().verdicts().getLast().ballot();
    assertThat(officers.world().ballots(id)).doesNotContain(ballot);

    officers.world().breakDown(request -> false);
    assertThat(unattended("India", 500).out()).contains("decision " + id + ": approval sent again");

    assertThat(officers.world().ballots(id)).contains(ballot);
    assertThat(officers.run("India", "status").out()).contains("Decisions approved: 1");
  }

  @Test
  void aLogThatTheServiceRefusesDoesNotKeepSharesFromGoingOut() throws IOException {
    Bytes32 id = Bytes32.parse(officers.propose("Kenya").text("id"));
    officers.approve("India", id);
    officers.approve("Brazil", id);
    officers.world().refuse(request -> request.startsWith("GET /v1/log"));
    Outcome watched = unattended("India", 500);
    assertThat(watched.code()).as(watched.err()).isZero();
    assertThat(watched.out())
        .contains("refused decisions: forbidden")
        .contains("refused settlement: forbidden")
        .contains("signature share sent");
  }

  @Test
  void aPolicyHoldsBackTheShareOfADecisionThatAnOfficerApproved() throws IOException {
    Bytes32 id = Bytes32.parse(officers.propose("Kenya").text("id"));
    String last4 = id.toString().substring(62);
    officers.run("India", "approve", id.toString(), "--confirm", last4);
    officers.run("Brazil", "approve", id.toString(), "--confirm", last4);
    Outcome held = officers.run("India", "watch", "--rounds", "1", "--policy", policy(600));
    assertThat(held.out()).contains("policy-forbids").doesNotContain("share sent");
    assertThat(officers.run("India", "watch", "--rounds", "1").out())
        .contains("signature share sent");
  }

  @Test
  void nothingIsUnattendedWithoutAPolicy() {
    Outcome outcome = officers.run("India", "watch", "--rounds", "1", "--unattended");
    assertThat(outcome.err()).startsWith("refused: policy-forbids: ");
  }

  private Outcome unattended(String name, int leastCeilingBps) throws IOException {
    return officers.run(
        name, "watch", "--rounds", "1", "--unattended", "--policy", policy(leastCeilingBps));
  }

  private String policy(int leastCeilingBps) throws IOException {
    Path file = folder.resolve("policy" + leastCeilingBps);
    Files.writeString(file, POLICY.replace("LEAST", Integer.toString(leastCeilingBps)));
    return file.toString();
  }

  private Outcome doctor() {
    return officers.run("Kenya", "doctor");
  }
}
