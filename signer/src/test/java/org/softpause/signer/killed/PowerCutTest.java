package org.softpause.signer.killed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.signer.killed.HostileCoordinator.COUNCIL;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.signer.state.SignerStore;
import org.softpause.signer.store.StoreException;
import org.softpause.signer.world.Fixtures;

/** The power fails at every single write, and comes back with any part of what was not synced. */
class PowerCutTest {
  private static final int RESTARTS_OF_EACH = 6;
  private static final int DECISIONS = 2;

  @TempDir Path folder;

  @Test
  void noNonceServesTwiceWhereverThePowerFails() throws IOException {
    int step = 1;
    while (runUntilCut(step)) {
      step++;
    }
    assertThat(step).as("writes that were cut").isGreaterThan(20);
  }

  /** Whether the power failed before everything was done. */
  private boolean runUntilCut(int step) throws IOException {
    boolean cut = false;
    for (int seed = 0; seed < RESTARTS_OF_EACH; seed++) {
      cut |= runOnce(folder.resolve(step + "-" + seed), step, seed);
    }
    return cut;
  }

  private static boolean runOnce(Path home, int step, int seed) throws IOException {
    SecureRandom random = new SeededRandom(1000L * step + seed);
    PowerCutDisk disk = new PowerCutDisk();
    LeftBehind left = new LeftBehind();
    SignerStore store = Fixtures.store(home, disk, COUNCIL.identity(1), random);
    disk.cutAtStep(step);
    boolean cut = isCut(new Alice(store, random, left::add));
    disk.restart(home, new Random(seed));
    Alice again = new Alice(Fixtures.reopen(home, disk, random), random, left::add);
    again.pressLatest();
    again.decide(DECISIONS + 1);
    left.requireNoNonceServedTwice("step " + step + ", seed " + seed);
    return cut;
  }

  private static boolean isCut(Alice alice) {
    try {
      for (int number = 1; number <= DECISIONS; number++) {
        alice.decide(number);
      }
      return false;
    } catch (StoreException powerFailed) {
      return true;
    }
  }
}
