package org.softpause.signer.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.signer.world.Joining;
import org.softpause.signer.world.Officers;
import org.softpause.signer.world.OfflineMachine;
import org.softpause.signer.world.Outcome;

/** India's machine has no network, and still takes part when its committee hands its key on. */
class AirGapSuccessionTest {
  @TempDir Path folder;
  private Officers officers;
  private OfflineMachine india;

  @BeforeEach
  void aCommitteeAndItsRegistry() throws Exception {
    officers = Officers.withRegistry(folder, new SeededRandom(16));
    india = new OfflineMachine(officers, "India");
  }

  @AfterEach
  void close() {
    officers.close();
  }

  @Test
  void aMachineWithoutNetworkRefreshesResharesAnnouncesAndSettles() throws Exception {
    refresh();
    sign(officers.kenya().proposesPause().id());
    Bytes32 resharing = reshare();
    Bytes32 rotate = officers.kenya().proposesRotation(resharing).id();
    assertThat(shown(rotate))
        .contains(
            "The key stays, the roster is new. Today any 3 of 5. Norway joins. Switzerland and Civil Council leave.")
        .contains("Approved by Kenya: 1 approval of the 3 needed");
    officers.service().refuse(request -> request.matches("GET .*/ballots"));
    assertThat(shown(rotate)).contains("Approved by unknown: the ballots could not be fetched");
    officers.service().refuse(request -> false);
    sign(rotate);
    assertThat(india.settles().out()).contains("\"destroyed\":[]");
    officers.registry().anchors(rotate);
    india.walk();
    Roster reshared = officers.service().roster(resharing);
    assertThat(india.settles().out())
        .contains("\"inForce\":[\"" + reshared.hash() + "\"]")
        .contains("\"waiting\":[]")
        .doesNotContain("\"destroyed\":[]");
  }

  /** The page, unwrapped. */
  private String shown(Bytes32 decision) {
    return officers.brazil().reads(decision).out().replaceAll("\\s+", " ");
  }

  private void refresh() throws Exception {
    Outcome proposed = officers.kenya().proposesRefresh("--dealers", "Kenya,Brazil,India");
    joinAll(proposed, "Switzerland", "Kenya", "Brazil", "Civil Council");
    assertThat(india.seats()).contains("in-force").contains("ended");
    officers.service().seat(proposed.id());
  }

  private Bytes32 reshare() throws Exception {
    officers.enrol(List.of("Norway"));
    Outcome proposed = officers.proposeResharing();
    joinAll(proposed, "Kenya", "Brazil", "Norway");
    assertThat(india.seats()).contains("in-force").contains("waiting");
    return proposed.id();
  }

  private void joinAll(Outcome proposed, String... online) throws Exception {
    try (Joining others = officers.join(proposed, List.of(online))) {
      india.joins(proposed);
      others.allDone();
    }
  }

  /** Kenya has approved by proposing; the other two of three are Brazil and India. */
  private void sign(Bytes32 decision) {
    officers.brazil().approves(decision).done();
    india.approves(decision);
    india.releases();
    officers.watchOnce("Kenya", "Brazil");
    officers.requireSigned(decision);
  }
}
