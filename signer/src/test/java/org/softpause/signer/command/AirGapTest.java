package org.softpause.signer.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.signer.world.Officers.NAMES;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.frost.VerifyingKey;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.registry.Deployment;
import org.softpause.signer.world.Officers;
import org.softpause.signer.world.Officers.Joining;
import org.softpause.signer.world.Officers.Outcome;
import org.softpause.signer.world.TestNode;

/** India's machine has no network: only files go in and out, from enrolment to a signature. */
class AirGapTest {
  private static final String OFFLINE = "India";
  private static final List<String> ONLINE =
      NAMES.stream().filter(name -> !name.equals(OFFLINE)).toList();

  @TempDir Path folder;
  private Officers officers;
  private OfflineMachine india;

  @BeforeEach
  void fiveOfficersAtOneBoard() throws IOException {
    officers = new Officers(folder, new SeededRandom(10));
    india = new OfflineMachine(officers, OFFLINE);
  }

  @AfterEach
  void close() {
    officers.close();
  }

  @Test
  void aMachineWithoutNetworkJoinsReadsApprovesAndReleases() throws Exception {
    enrol();
    ceremony();
    Deployment deployment = officers.deploy();
    try (TestNode node = new TestNode(deployment, Officers.NOW.getEpochSecond())) {
      officers.useNode(node.address());
      ONLINE.forEach(name -> assertThat(officers.run(name, "check-deployment").code()).isZero());
      india.walk();
      india.untilDone("check-deployment");
      Bytes32 id = Bytes32.parse(officers.propose("Kenya").text("id"));
      approve(id);
      assertThat(
              officers.run("Switzerland", "approve", id.toString(), "--confirm", last4(id)).code())
          .isZero();
      release(id);
    }
  }

  private void enrol() {
    ONLINE.forEach(officers::enrol);
    assertThat(india.run("init", "--name", OFFLINE, "--enrolment-code", "code").code()).isZero();
    india.walk();
  }

  private void ceremony() throws Exception {
    Outcome proposed = officers.proposeCommittee();
    try (Joining others = officers.join(proposed, ONLINE)) {
      india.untilJoined(proposed);
      india.walk();
      others.requireAllDone();
    }
  }

  private void approve(Bytes32 id) {
    india.walk();
    Outcome page = india.run("show", id.toString());
    assertThat(page.err()).isEmpty();
    assertThat(page.out())
        .contains("France (250) and Germany (276)")
        .contains("Two runs crossed the line.");
    assertThat(india.run("approve", id.toString(), "--confirm", last4(id)).code()).isZero();
    india.walk();
  }

  private void release(Bytes32 id) {
    india.releases();
    List.of("Kenya", "Switzerland").forEach(name -> officers.run(name, "watch", "--rounds", "1"));
    VerifyingKey key = officers.world().onlyCeremony().roster().orElseThrow().groupKey();
    key.verify(id.bytes(), officers.world().signature(id).orElseThrow());
  }

  private static String last4(Bytes32 id) {
    return id.toString().substring(62);
  }
}
