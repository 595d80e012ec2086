package org.softpause.signer.killed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.signer.killed.HostileCoordinator.COUNCIL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.jose.Jws;
import org.softpause.signer.store.PosixDisk;
import org.softpause.signer.world.Fixtures;

/**
 * Real processes, killed with SIGKILL at random moments; {@code -Dsoftpause.kills=2000} for more
 * than fifty, {@code -Dsoftpause.seed=…} to repeat a run.
 */
class KillTest {
  private static final int KILLS = Integer.getInteger("softpause.kills", 50);
  private static final long SEED = Long.getLong("softpause.seed", 23);
  private static final int MANY = 100_000;
  private static final int DECISIONS_OF_ONE_LIFE = 1_000;

  @TempDir Path folder;
  private final ReleasedShares left = new ReleasedShares();
  private final Random random = new Random(SEED);
  private Path storeDirectory;

  @BeforeEach
  void aliceWithAnEmptyRecord() {
    storeDirectory = folder.resolve("home");
    Fixtures.store(storeDirectory, new PosixDisk(), COUNCIL.identity(1), new SeededRandom(SEED));
  }

  @Test
  void killedAgainAndAgainItNeverLetsANonceServeTwice() throws Exception {
    long longest = 1_500;
    for (int life = 1; life <= KILLS; life++) {
      Path said = folder.resolve("said" + life);
      Process process = start(said, life, life * DECISIONS_OF_ONE_LIFE, MANY);
      awaitFirstWord(process, said);
      assertThat(endsWithin(process, random.nextLong(longest))).as("life %d", life).isFalse();
      process.destroyForcibly().waitFor();
      hear(said);
    }
    Path said = folder.resolve("last");
    assertThat(start(said, 0, 1, 1).waitFor()).isZero();
    hear(said);
    assertThat(left.count()).as("shares that left, seed %d", SEED).isGreaterThan(KILLS / 2);
    left.requireNoNonceServedTwice("seed " + SEED);
  }

  @Test
  void runTwiceAtOnceTheyTakeTurns() throws Exception {
    List<Process> both = new ArrayList<>();
    for (int i = 1; i <= 2; i++) {
      both.add(start(folder.resolve("said" + i), i, 1, 12));
    }
    for (Process process : both) {
      assertThat(process.waitFor()).isZero();
    }
    hear(folder.resolve("said1"));
    hear(folder.resolve("said2"));
    assertThat(left.count()).isGreaterThanOrEqualTo(24);
    left.requireNoNonceServedTwice("two at once");
  }

  private Process start(Path said, int seed, int first, int count) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            java,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx96m",
            "-cp",
            classes,
            VictimProcess.class.getName(),
            storeDirectory.toString(),
            Integer.toString(seed),
            Integer.toString(first),
            Integer.toString(count))
        .redirectOutput(said.toFile())
        .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("errors").toFile()))
        .start();
  }

  private static void awaitFirstWord(Process process, Path said) throws Exception {
    while (Files.size(said) == 0) {
      assertThat(endsWithin(process, 5)).as("it ended before its first word").isFalse();
    }
  }

  private static boolean endsWithin(Process process, long millis)
      throws InterruptedException, ExecutionException {
    try {
      process.onExit().get(millis, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException stillRunning) {
      return false;
    }
  }

  private void hear(Path said) throws IOException {
    for (String line : Files.readAllLines(said)) {
      int space = line.indexOf(' ');
      if (Character.isDigit(line.charAt(0))) {
        left.add(
            new Alice.Left(
                Long.parseLong(line.substring(0, space)), Jws.parse(line.substring(space + 1))));
      }
    }
    Path errors = folder.resolve("errors");
    assertThat(Files.exists(errors) ? Files.readString(errors) : "").isEmpty();
  }
}
