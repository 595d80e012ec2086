package org.softpause.signer.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.signer.world.Folders;
import org.softpause.signer.world.Officer;
import org.softpause.signer.world.Officers;

/** Kenya's folder is put back in time, as a careless restore or a machine snapshot would do it. */
class OldCopyTest {
  @TempDir Path folder;
  private Officers officers;
  private Officer kenya;
  private Bytes32 pause;

  @BeforeEach
  void kenyaHasSignedSinceTheCopyWasMade() throws Exception {
    officers = Officers.withRegistry(folder, new SeededRandom(12));
    kenya = officers.kenya();
    pause = kenya.proposesPause().id();
    Folders.copy(kenya.storeDirectory(), folder.resolve("copy"));
    officers.india().approves(pause).done();
    officers.switzerland().approves(pause).done();
    assertThat(kenya.watchesOnce().out()).contains("signature share sent");
    Folders.delete(kenya.storeDirectory());
    Folders.copy(folder.resolve("copy"), kenya.storeDirectory());
  }

  @AfterEach
  void close() {
    officers.close();
  }

  @Test
  void anOldCopyReleasesNoShareAndSaysWhatToDo() {
    assertThat(kenya.watchesOnce().refused("signer-behind").err())
        .contains("this signer's key has signed commitment")
        .contains("Sign nothing with it")
        .contains("recover");
  }

  @Test
  void anOldCopyCastsNoBallot() {
    kenya.proposesPause("--slot", "1").refused("signer-behind");
  }

  @Test
  void anOldCopyStillRejects() {
    kenya.rejects(pause, "no longer").done();
  }
}
