package org.softpause.signer.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.signer.world.Officers.NAMES;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.registry.Deployment;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.signer.world.Officers;
import org.softpause.signer.world.Officers.Joining;
import org.softpause.signer.world.Officers.Outcome;
import org.softpause.signer.world.TestNode;

/** A committee has handed its key on and signed the Rotate that says so. */
class ResharedAtWorkTest {
  private static final long NOW = Officers.NOW.getEpochSecond();

  @TempDir Path folder;
  private Officers officers;
  private TestNode node;
  private Deployment deployment;
  private String ceremony = "";
  private Bytes32 rotate = Bytes32.ZERO;

  @BeforeEach
  void aRotateIsSigned() throws Exception {
    officers = new Officers(folder, new SeededRandom(17));
    officers.found();
    deployment = officers.deploy();
    node = new TestNode(deployment, NOW);
    officers.useNode(node.address());
    NAMES.forEach(name -> done(officers.run(name, "check-deployment")));
    reshare();
    rotate();
  }

  @AfterEach
  void close() {
    node.close();
    officers.close();
  }

  @Test
  void whatTheAnchoredRotateNamesIsNotAbandonedButInForce() {
    anchor();
    node.setNow(anchorBy() + 1);
    Outcome refused = abandon();
    assertThat(refused.err())
        .contains("refused: wrong-ceremony: no seat of it is waiting here")
        .doesNotContain("Destroyed");
    assertThat(officers.json("Kenya", "status").out()).contains("in-force").contains("ended");
    assertThat(officers.json("Kenya", "settle").out()).contains("\"waiting\":[]");
  }

  @Test
  void aShareIsNotAbandonedUntilItsRotateCanNotBeAnchoredAnyMore() {
    node.setNow(anchorBy());
    assertThat(abandon().err()).startsWith("refused: wrong-phase: Rotate " + rotate);
    assertThat(officers.json("Kenya", "status").out()).contains("in-force").contains("waiting");
    node.setNow(anchorBy() + 1);
    assertThat(done(abandon()).out()).contains("\"destroyed\":[\"" + ceremony + "\"]");
  }

  @Test
  void aShareIsNotAbandonedWhileTheLogShownIsNotTheFinalisedOne() {
    node.setNow(anchorBy() + 1);
    node.setHead(Bytes32.ZERO);
    assertThat(abandon().err()).startsWith("refused: head-disagrees: ");
    assertThat(officers.json("Kenya", "status").out()).contains("waiting");
  }

  @Test
  void whoRecoversAfterAResharingGoesOnWithNumbersTheLostMachineNeverGave() {
    anchor();
    done(officers.run("Kenya", "settle"));
    officers.world().seat(Bytes32.parse(ceremony));
    String backup = officers.file("kenya.backup").toString();
    done(officers.run("Kenya", "backup", backup));
    done(officers.propose("Kenya"));

    done(officers.run("Kenya anew", "recover", "--backup", backup));

    done(officers.run("Kenya anew", "check-deployment"));
    done(officers.run("Kenya anew", "settle"));
    done(officers.run("Kenya anew", "watch", "--rounds", "1"));
  }

  private void reshare() throws Exception {
    officers.enrol("Norway");
    Outcome proposed =
        done(
            officers.json(
                "Kenya",
                "reshare-propose",
                "--threshold",
                "3",
                "--members",
                "Kenya,Brazil,India,Norway"));
    ceremony = proposed.text("id");
    try (Joining members = officers.join(proposed, List.of("Kenya", "Brazil", "India", "Norway"))) {
      members.requireAllDone();
    }
  }

  private void rotate() {
    Outcome proposed =
        officers.json(
            "Kenya",
            "propose-rotate",
            "--ceremonies",
            ceremony,
            "--keep-others",
            "--reasons",
            officers.file("reasons.md").toString());
    rotate = Bytes32.parse(done(proposed).text("id"));
    done(officers.approve("Brazil", rotate));
    done(officers.approve("India", rotate));
    officers.watchOnce(List.of("Kenya", "Brazil", "India"));
  }

  private void anchor() {
    RegistryState before = RegistryState.genesis(deployment.genesis());
    node.setHead(before.apply(officers.world().anchor(rotate, NOW)).head());
  }

  private long anchorBy() {
    return officers.world().proposed(rotate).anchorBy();
  }

  private Outcome abandon() {
    return officers.json("Kenya", "settle", "--abandon", ceremony);
  }

  private static Outcome done(Outcome outcome) {
    assertThat(outcome.code()).as(outcome.err()).isZero();
    return outcome;
  }
}
