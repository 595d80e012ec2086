package org.softpause.signer.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.frost.SecretBytes;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.signer.world.Folders;
import org.softpause.signer.world.Officer;
import org.softpause.signer.world.Officers;
import org.softpause.signer.world.OfflineMachine;
import org.softpause.signer.world.Outcome;

/** India's machine has no network; requests and answers of a repair are carried in files. */
class AirGapRepairTest {
  @TempDir Path folder;
  private Officers officers;
  private OfflineMachine india;
  private Bytes32 ceremony;

  @BeforeEach
  void aCommittee() throws Exception {
    officers = new Officers(folder, new SeededRandom(33));
    officers.enrol(Officers.FOUNDERS);
    for (Officer officer : List.of(officers.india(), officers.brazil())) {
      officer.backsUpTo(backup(officer)).done();
    }
    officers.joinAll(officers.proposeCommittee(), Officers.FOUNDERS);
    ceremony = officers.service().onlyCeremony().id();
    india = new OfflineMachine(officers, "India");
  }

  @AfterEach
  void close() {
    officers.close();
  }

  @Test
  void aMachineWithoutNetworkGetsItsShareAgainByCarriedFiles() throws Exception {
    SecretBytes share = loses(officers.india());
    Outcome asked =
        india.untilDone(
            "--json", "repair", ceremony.toString(), "--helpers", "Kenya,Brazil,Switzerland");
    india.walk();
    for (String name : List.of("Kenya", "Brazil", "Switzerland")) {
      officers.named(name).helps(asked, "India", "--for", "0s");
    }
    officers.watchOnce("Kenya", "Brazil", "Switzerland");
    officers.watchOnce("Kenya", "Brazil", "Switzerland");
    Outcome repaired = india.untilDone("--json", "repair", ceremony.toString());
    assertThat(repaired.out()).contains("\"role\":\"repaired\"");
    assertThat(share(officers.india())).isEqualTo(share);
  }

  @Test
  void aMachineWithoutNetworkHelpsByCarriedFiles() throws Exception {
    SecretBytes share = loses(officers.brazil());
    Outcome asked = officers.brazil().asksForRepair(ceremony, "Kenya,India,Switzerland").done();
    for (String name : List.of("Kenya", "Switzerland")) {
      officers.named(name).helps(asked, "Brazil", "--for", "0s");
    }
    String[] help = {
      "repair-help",
      asked.text("id"),
      "--member",
      "Brazil",
      "--fingerprint",
      asked.text("fingerprint"),
      "--confirm",
      Officer.lastFour(asked.id())
    };
    Outcome helped = india.run(help);
    for (int walk = 0; walk < 10 && helped.isUnreachable(); walk++) {
      india.walk();
      officers.watchOnce("Kenya", "Switzerland");
      helped = india.run(help);
    }
    assertThat(helped.done().out()).contains("your part of the repair is over");
    officers.brazil().followsRepair(ceremony).done();
    assertThat(share(officers.brazil())).isEqualTo(share);
  }

  private SecretBytes loses(Officer officer) throws Exception {
    SecretBytes share = share(officer);
    Folders.delete(officer.storeDirectory());
    officer.recoversFrom(backup(officer)).done();
    return share;
  }

  private SecretBytes share(Officer officer) {
    return officer.store().read().seat(ceremony).orElseThrow().signingShare().orElseThrow();
  }

  private Path backup(Officer officer) {
    return folder.resolve(officer.name() + ".backup");
  }
}
