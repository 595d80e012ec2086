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
import org.softpause.signer.world.Joining;
import org.softpause.signer.world.Officers;
import org.softpause.signer.world.OfflineMachine;
import org.softpause.signer.world.Outcome;

/** India's machine has no network: only files go in and out, from enrolment to a signature. */
class AirGapTest {
  private static final List<String> ONLINE =
      List.of("Switzerland", "Kenya", "Brazil", "Civil Council");

  @TempDir Path folder;
  private Officers officers;
  private OfflineMachine india;

  @BeforeEach
  void fiveOfficersAtOneBoard() throws IOException {
    officers = new Officers(folder, new SeededRandom(10));
    india = new OfflineMachine(officers, "India");
  }

  @AfterEach
  void close() {
    officers.close();
  }

  @Test
  void aMachineWithoutNetworkJoinsReadsApprovesAndReleases() throws Exception {
    officers.enrol(ONLINE);
    india.enrols();
    joinAll(officers.proposeCommittee());
    officers.deployRegistry();
    officers.pinRegistry(ONLINE);
    india.pinsRegistry();
    Bytes32 pause = officers.kenya().proposesPause().id();
    india.walk();
    assertThat(india.run("show", pause.toString()).done().out())
        .contains("France (250) and Germany (276)")
        .contains("Two runs crossed the line.");
    india.approves(pause);
    officers.switzerland().approves(pause).done();
    india.releases();
    officers.watchOnce("Kenya", "Switzerland");
    officers.requireSigned(pause);
  }

  private void joinAll(Outcome proposed) throws Exception {
    try (Joining others = officers.join(proposed, ONLINE)) {
      india.joins(proposed);
      others.allDone();
    }
  }
}
