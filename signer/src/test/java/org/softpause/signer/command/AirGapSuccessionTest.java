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
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.registry.Deployment;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.signer.world.Officers;
import org.softpause.signer.world.Officers.Joining;
import org.softpause.signer.world.Officers.Outcome;
import org.softpause.signer.world.TestNode;

/** India's machine has no network, and still takes part when its committee hands its key on. */
class AirGapSuccessionTest {
  private static final long NOW = Officers.NOW.getEpochSecond();
  private static final String OFFLINE = "India";
  private static final List<String> ONLINE =
      NAMES.stream().filter(name -> !name.equals(OFFLINE)).toList();

  @TempDir Path folder;
  private Officers officers;
  private OfflineMachine india;
  private TestNode node;
  private Deployment deployment;

  @BeforeEach
  void aCommitteeAndItsRegistry() throws Exception {
    officers = new Officers(folder, new SeededRandom(16));
    officers.found();
    deployment = officers.deploy();
    node = new TestNode(deployment, NOW);
    officers.useNode(node.address());
    for (String name : NAMES) {
      assertThat(officers.run(name, "check-deployment").code()).isZero();
    }
    india = new OfflineMachine(officers, OFFLINE);
  }

  @AfterEach
  void close() {
    node.close();
    officers.close();
  }

  @Test
  void aMachineWithoutNetworkRefreshesResharesAnnouncesAndSettles() throws Exception {
    refresh();
    Bytes32 pause = proposed(officers.propose("Kenya"));
    sign(pause);
    Outcome resharing = reshare();
    Bytes32 rotate = rotate(resharing);
    assertThat(shown(rotate))
        .contains(
            "The key stays, the roster is new. Today any 3 of 5. Norway joins. Switzerland and Civil Council leave.")
        .contains("Approved by Kenya: 1 approval of the 3 needed");
    officers.world().refuse(request -> request.matches("GET .*/ballots"));
    assertThat(shown(rotate)).contains("Approved by unknown: the ballots could not be fetched");
    officers.world().refuse(request -> false);
    sign(rotate);
    assertThat(india.untilDone("--json", "settle").out()).contains("\"destroyed\":[]");
    anchor(rotate);
    india.walk();
    Outcome settled = india.untilDone("--json", "settle");
    Roster reshared = officers.world().roster(Bytes32.parse(resharing.text("id")));
    assertThat(settled.out()).contains("\"inForce\":[\"" + reshared.hash() + "\"]");
    assertThat(settled.out()).contains("\"waiting\":[]").doesNotContain("\"destroyed\":[]");
  }

  /** The page, unwrapped. */
  private String shown(Bytes32 id) {
    return officers.run("Brazil", "show", id.toString()).out().replaceAll("\\s+", " ");
  }

  private void refresh() throws Exception {
    Outcome proposed = officers.json("Kenya", "refresh-propose", "--dealers", "Kenya,Brazil,India");
    join(proposed, ONLINE);
    assertThat(india.run("--json", "status").out()).contains("in-force").contains("ended");
    officers.world().seat(Bytes32.parse(proposed.text("id")));
  }

  private Outcome reshare() throws Exception {
    officers.enrol("Norway");
    Outcome proposed =
        officers.json(
            "Kenya",
            "reshare-propose",
            "--threshold",
            "3",
            "--members",
            "Kenya,Brazil,India,Norway");
    join(proposed, List.of("Kenya", "Brazil", "Norway"));
    assertThat(india.run("--json", "status").out()).contains("in-force").contains("waiting");
    return proposed;
  }

  private void join(Outcome proposed, List<String> online) throws Exception {
    assertThat(proposed.code()).as(proposed.err()).isZero();
    try (Joining others = officers.join(proposed, online)) {
      india.untilJoined(proposed);
      india.walk();
      others.requireAllDone();
    }
  }

  private Bytes32 rotate(Outcome resharing) {
    return proposed(
        officers.json(
            "Kenya",
            "propose-rotate",
            "--ceremonies",
            resharing.text("id"),
            "--keep-others",
            "--reasons",
            officers.file("reasons.md").toString()));
  }

  /** Kenya has approved by proposing; the other two of three are Brazil and India. */
  private void sign(Bytes32 id) {
    assertThat(officers.approve("Brazil", id).code()).isZero();
    india.walk();
    String last4 = id.toString().substring(62);
    india.untilDone("approve", id.toString(), "--confirm", last4);
    india.walk();
    india.releases();
    officers.watchOnce(List.of("Kenya", "Brazil"));
    deployment
        .genesis()
        .standing()
        .getFirst()
        .key()
        .verify(id.bytes(), officers.world().signature(id).orElseThrow());
  }

  private void anchor(Bytes32 id) {
    RegistryState before = RegistryState.genesis(deployment.genesis());
    node.setHead(before.apply(officers.world().anchor(id, NOW)).head());
  }

  private static Bytes32 proposed(Outcome outcome) {
    assertThat(outcome.code()).as(outcome.err()).isZero();
    return Bytes32.parse(outcome.text("id"));
  }
}
