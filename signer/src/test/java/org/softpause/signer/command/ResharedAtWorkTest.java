package org.softpause.signer.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.signer.world.Officer;
import org.softpause.signer.world.Officers;

/** A committee has handed its key on and signed the Rotate that says so. */
class ResharedAtWorkTest {
  @TempDir Path folder;
  private Officers officers;
  private Officer kenya;
  private Bytes32 resharing = Bytes32.ZERO;
  private Bytes32 rotate = Bytes32.ZERO;

  @BeforeEach
  void aRotateIsSigned() throws Exception {
    officers = Officers.withRegistry(folder, new SeededRandom(17));
    kenya = officers.kenya();
    resharing = officers.reshare().id();
    rotate = kenya.proposesRotation(resharing).id();
    officers.sign(rotate);
  }

  @AfterEach
  void close() {
    officers.close();
  }

  @Test
  void whatTheAnchoredRotateNamesIsNotAbandonedButInForce() {
    officers.registry().anchors(rotate);
    theRotateIsTooLateToAnchor();
    assertThat(kenya.abandons(resharing).err())
        .contains("refused: wrong-ceremony: no seat of this ceremony waits here")
        .doesNotContain("Destroyed");
    assertThat(kenya.seats()).contains("in-force").contains("ended");
    assertThat(kenya.settles().out()).contains("\"waiting\":[]");
  }

  @Test
  void aShareIsNotAbandonedUntilItsRotateCanNotBeAnchoredAnyMore() {
    officers.registry().node().setNow(anchorBy());
    assertThat(kenya.abandons(resharing).refused("wrong-phase").err()).contains("Rotate " + rotate);
    assertThat(kenya.seats()).contains("in-force").contains("waiting");
    theRotateIsTooLateToAnchor();
    assertThat(kenya.abandons(resharing).done().out())
        .contains("\"destroyed\":[\"" + resharing + "\"]");
  }

  @Test
  void aShareIsNotAbandonedWhileTheLogShownIsNotTheFinalisedOne() {
    theRotateIsTooLateToAnchor();
    officers.registry().node().setHead(Bytes32.ZERO);
    kenya.abandons(resharing).refused("head-disagrees");
    assertThat(kenya.seats()).contains("waiting");
  }

  @Test
  void whoRecoversAfterAResharingGoesOnWithNumbersTheLostMachineNeverGave() {
    officers.registry().anchors(rotate);
    kenya.settles().done();
    officers.service().seat(resharing);
    Path backup = officers.file("kenya.backup");
    kenya.backsUpTo(backup).done();
    kenya.proposesPause().done();
    Officer anew = officers.named("Kenya anew");

    anew.recoversFrom(backup).done();

    anew.pinsRegistry().done();
    anew.settles().done();
    anew.watchesOnce().done();
  }

  private void theRotateIsTooLateToAnchor() {
    officers.registry().node().setNow(anchorBy() + 1);
  }

  private long anchorBy() {
    return officers.service().proposed(rotate).anchorBy();
  }
}
