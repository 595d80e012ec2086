package org.softpause.signer.killed;

import static org.softpause.signer.killed.HostileCoordinator.COUNCIL;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.signer.store.PosixDisk;
import org.softpause.signer.world.Fixtures;

/** A signer's process: what it prints has left the machine. */
final class VictimProcess {
  private VictimProcess() {}

  /**
   * Presses for what was last asked, then decides what is new.
   *
   * @param arguments home, seed, first decision, how many
   */
  public static void main(String[] arguments) {
    SecureRandom random = new SeededRandom(Long.parseLong(arguments[1]));
    int first = Integer.parseInt(arguments[2]);
    int count = Integer.parseInt(arguments[3]);
    Alice alice =
        new Alice(
            Fixtures.reopen(Path.of(arguments[0]), new PosixDisk(), random),
            random,
            left -> say(left.number() + " " + left.share().compact()));
    say("ready, one of " + COUNCIL.roster().members().size());
    alice.pressLatest();
    for (int number = first; number < first + count; number++) {
      alice.decide(number);
    }
  }

  /** One write of one line: it is out as a whole or not at all. */
  private static void say(String line) {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    System.out.write(bytes, 0, bytes.length);
    System.out.flush();
  }
}
