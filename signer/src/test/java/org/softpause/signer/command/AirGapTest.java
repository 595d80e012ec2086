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
  private static final int MOST_WALKS = 40;

  @TempDir Path folder;
  private Officers officers;
  private int walks;

  @BeforeEach
  void fiveOfficersAtOneBoard() throws IOException {
    officers = new Officers(folder, new SeededRandom(10));
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
      walk();
      untilDone("check-deployment");
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
    assertThat(offline("init", "--name", OFFLINE, "--enrolment-code", "code").code()).isZero();
    walk();
  }

  private void ceremony() throws Exception {
    Outcome proposed = officers.proposeCommittee();
    try (Joining others = officers.join(proposed, ONLINE)) {
      untilDone("join", proposed.text("id"), "--fingerprint", proposed.text("fingerprint"));
      walk();
      others.requireAllDone();
    }
  }

  private void approve(Bytes32 id) {
    walk();
    Outcome page = offline("show", id.toString());
    assertThat(page.err()).isEmpty();
    assertThat(page.out())
        .contains("France (250) and Germany (276)")
        .contains("Two runs crossed the line.");
    assertThat(offline("approve", id.toString(), "--confirm", last4(id)).code()).isZero();
    walk();
  }

  private void release(Bytes32 id) {
    Outcome watched = offline("watch", "--rounds", "1");
    while (!watched.out().contains("signature share sent for package") && walks < MOST_WALKS) {
      walk();
      watched = offline("watch", "--rounds", "1");
    }
    assertThat(watched.out()).contains("signature share sent for package");
    walk();
    List.of("Kenya", "Switzerland").forEach(name -> officers.run(name, "watch", "--rounds", "1"));
    VerifyingKey key = officers.world().onlyCeremony().roster().orElseThrow().groupKey();
    key.verify(id.bytes(), officers.world().signature(id).orElseThrow());
  }

  /** Repeats a command, carrying files in between, until it has all it needs. */
  private void untilDone(String... arguments) {
    Outcome outcome = offline(arguments);
    while (outcome.code() == Exit.UNREACHABLE && walks < MOST_WALKS) {
      walk();
      outcome = offline(arguments);
    }
    assertThat(outcome.code()).as(outcome.err()).isZero();
  }

  /** Export, a walk to the connected machine and back, import. */
  private void walk() {
    walks++;
    String out = folder.resolve("out" + walks).toString();
    String back = folder.resolve("back" + walks).toString();
    assertThat(offline("export", out).err()).isEmpty();
    Outcome carried = officers.run("nobody", "carry", out, "--out", back);
    assertThat(carried.err()).isEmpty();
    assertThat(offline("import", back).err()).isEmpty();
  }

  private Outcome offline(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "--air-gap";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return officers.offline(OFFLINE, all);
  }

  private static String last4(Bytes32 id) {
    return id.toString().substring(62);
  }
}
