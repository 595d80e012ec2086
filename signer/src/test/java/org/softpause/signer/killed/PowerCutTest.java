package org.softpause.signer.killed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.softpause.signer.killed.HostileCoordinator.COUNCIL;
import static org.softpause.signer.world.Refusals.refused;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.protocol.Rule;
import org.softpause.protocol.decision.SigningPackageDocument;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.jose.Jws;
import org.softpause.signer.deciding.BallotCaster;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.state.SignerStore;
import org.softpause.signer.store.StoreException;
import org.softpause.signer.world.Fixtures;
import org.softpause.signer.world.TestMember;

/** The power fails at every single write, and comes back with any part of what was not synced. */
class PowerCutTest {
  private static final int RESTARTS_OF_EACH = 6;
  private static final int DECISIONS = 2;

  /** Of a write: the draft deleted, written and renamed, and then the folder synced. */
  private static final int SYNC = 4;

  private static final Random LOSING_ALL =
      new Random() {
        @Serial private static final long serialVersionUID = 1L;

        @Override
        public boolean nextBoolean() {
          return false;
        }
      };

  @TempDir Path folder;

  @Test
  void noNonceServesTwiceWhereverThePowerFails() throws IOException {
    int step = 1;
    while (runUntilCut(step)) {
      step++;
    }
    assertThat(step).as("writes that were cut").isGreaterThan(20);
  }

  @Test
  void aShareFoundInTheStoreLeavesOnlyOnceItIsSureToStay() throws IOException {
    PowerCutDisk disk = new PowerCutDisk();
    SecureRandom random = new SeededRandom(5);
    TestMember other = COUNCIL.member(1, folder.resolve("home"), disk, random);
    HostileCoordinator hostile = new HostileCoordinator(random);
    BallotCaster.Subject subject = HostileCoordinator.decision(1);
    Jws ballot = other.approves(subject);
    SigningPackageDocument offer = hostile.offer(subject.id(), ballot);
    TestMember killed =
        COUNCIL.member(1, Fixtures.reopen(folder.resolve("home"), disk, random), random);
    disk.cutAtStep(SYNC);
    assertThatThrownBy(() -> killed.releases(offer)).isInstanceOf(StoreException.class);

    assertThat(other.releases(offer)).isNotNull();

    disk.restart(folder.resolve("home"), LOSING_ALL);
    SignerStore after = Fixtures.reopen(folder.resolve("home"), disk, random);
    SigningPackageDocument another = hostile.offer(subject.id(), ballot);
    refused(Rule.COMMITMENT_BURNED, () -> COUNCIL.member(1, after, random).releases(another));
  }

  @Test
  void whatAReopenedStoreShowsIsSureToStay() throws IOException {
    PowerCutDisk disk = new PowerCutDisk();
    SecureRandom random = new SeededRandom(6);
    Path storeDirectory = folder.resolve("home");
    SignerStore killed = Fixtures.store(storeDirectory, disk, COUNCIL.identity(1), random);
    disk.cutAtStep(SYNC);
    Alice alice = new Alice(killed, random, left -> {});
    assertThatThrownBy(() -> alice.decide(1)).isInstanceOf(StoreException.class);

    SignerState shown = Fixtures.reopen(storeDirectory, disk, random).read();

    disk.restart(storeDirectory, LOSING_ALL);
    assertThat(shown.ballots()).hasSize(1);
    assertThat(Fixtures.reopen(storeDirectory, disk, random).read()).isEqualTo(shown);
  }

  /** Whether the power failed before everything was done. */
  private boolean runUntilCut(int step) throws IOException {
    boolean cut = false;
    for (int seed = 0; seed < RESTARTS_OF_EACH; seed++) {
      cut |= runOnce(folder.resolve(step + "-" + seed), step, seed);
    }
    return cut;
  }

  private static boolean runOnce(Path storeDirectory, int step, int seed) throws IOException {
    SecureRandom random = new SeededRandom(1000L * step + seed);
    PowerCutDisk disk = new PowerCutDisk();
    ReleasedShares left = new ReleasedShares();
    SignerStore store = Fixtures.store(storeDirectory, disk, COUNCIL.identity(1), random);
    disk.cutAtStep(step);
    boolean cut = isCut(new Alice(store, random, left::add));
    disk.restart(storeDirectory, new Random(seed));
    Alice again = new Alice(Fixtures.reopen(storeDirectory, disk, random), random, left::add);
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
