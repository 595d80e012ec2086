package org.softpause.agent.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.agent.state.UnprovenEntry;
import org.softpause.agent.world.SiteRecords;
import org.softpause.agent.world.TestAgent;
import org.softpause.agent.world.World;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceiling.CeilingCalculator;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.token.Attestation;
import org.softpause.protocol.token.PendingCertificate;

/**
 * Walks the agent at random over honest and lying services, sources, clocks, restarts and
 * actuators, and holds every cycle against the registry's true log.
 */
class RandomWalkTest {
  private static final int CYCLES = 240;
  private static final int RAMP = 60;
  private static final int CALM_EVERY = 60;
  private static final int CALM = 45;

  @TempDir Path folder;
  private World world;
  private TestAgent agent;
  private Random random = new Random(0);
  private Map<String, byte[]> backup;
  private LogEntry dead;
  private long rightTime;
  private boolean isClockWrong;
  private int slot;

  @BeforeEach
  void begin() {
    world = World.withShortestRamp(folder, 3, RAMP);
    agent = TestAgent.enrolled(world, SiteRecords.TRAINING);
    agent.cycle();
    backup = agent.backUp();
    rightTime = world.clock().seconds();
    dead = pause(300);
  }

  @AfterEach
  void end() {
    world.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void nothingRisesWithoutProofAndEveryProvenPauseIsCarriedOut(long seed) {
    random = new Random(seed);
    for (int i = 0; i < CYCLES; i++) {
      if (i % CALM_EVERY == CALM_EVERY - 1) {
        calm(seed, i);
      } else {
        disturb();
        cycle(seed, i);
      }
    }
  }

  private LogEntry pause(long seconds) {
    return world
        .registry()
        .next(
            world.registry().pause(slot++ % 6, rightTime, rightTime + seconds, rightTime - 1, RAMP),
            rightTime);
  }

  private void pass(long seconds) {
    rightTime += seconds;
    world.clock().pass(seconds);
  }

  private void disturb() {
    switch (random.nextInt(16)) {
      case 0 -> anchor();
      case 1 -> anchorLift();
      case 2 -> world.service().goAway(random.nextBoolean());
      case 3 -> freezeService();
      case 4, 5 -> world.service().beHonest();
      case 6 -> claim(pause(3_000), rightTime - 100 + random.nextInt(200));
      case 7 -> claim(dead, dead.certificate().decision().anchorBy() - random.nextInt(100));
      case 8 -> show(pause(3_000), OptionalLong.empty());
      case 9 -> world.node(0).fallSilent(random.nextBoolean());
      case 10 -> world.node(0).finalise(rightTime + random.nextInt(8_000) - 4_000);
      case 11 -> stepClock();
      case 12 -> agent.restart();
      case 13 -> agent.restore(backup);
      case 14 -> agent.actuator().fail(random.nextInt(3) == 0);
      default -> pass(random.nextInt(600));
    }
    pass(2);
    if (random.nextBoolean()) {
      world.service().finalise(rightTime);
      world.node(1).finalise(rightTime);
      world.node(2).finalise(rightTime);
    }
  }

  private void anchor() {
    pass(1);
    try {
      LogEntry next = pause(200 + random.nextInt(2_000));
      world.registry().anchor(next.certificate().decision(), rightTime);
    } catch (RuleViolation occupied) {
      pass(1);
    }
  }

  private void anchorLift() {
    pass(1);
    List<LogEntry> log = world.registry().log().entries();
    try {
      world.registry().anchor(world.registry().lift(log.getLast(), rightTime), rightTime);
    } catch (RuleViolation | ClassCastException nothingToLift) {
      pass(1);
    }
  }

  private void freezeService() {
    Attestation frozen = world.service().truth();
    world.service().lie(truth -> frozen);
  }

  private void claim(LogEntry entry, long time) {
    show(entry, OptionalLong.of(time));
  }

  private void show(LogEntry entry, OptionalLong time) {
    world.service().show(new PendingCertificate(entry.certificate(), time));
  }

  private void stepClock() {
    isClockWrong = !isClockWrong;
    world.clock().set(isClockWrong ? rightTime + random.nextInt(20_000) - 10_000 : rightTime);
  }

  private void cycle(long seed, int cycle) {
    int before = agent.actuator().siteLevel();
    if (random.nextInt(4) == 0) {
      agent.cycleWithoutNews();
    } else {
      agent.cycle();
    }
    int after = agent.actuator().siteLevel();
    String where = "seed %d, cycle %d, from %d to %d".formatted(seed, cycle, before, after);
    if (after > before) {
      assertThat(agent.told("assurance")).as(where).isEqualTo("PROVEN");
      assertThat(after).as(where).isLessThanOrEqualTo(truth());
      assertThat(after - before).as(where).isLessThanOrEqualTo(10_000 * 2 / RAMP);
    }
    long proven = agent.state().times().provenAt();
    for (UnprovenEntry entry : agent.state().overlay().entries()) {
      assertThat(entry.claimed() + UnprovenEntry.STAYS_SECONDS).as(where).isGreaterThan(proven);
      assertThat(entry.claimed())
          .as(where)
          .isLessThanOrEqualTo(entry.certificate().decision().anchorBy());
    }
  }

  /** The ceiling by the true log at the right time. */
  private int truth() {
    return new CeilingCalculator(
            world.registry().deployment().genesis().parameters(), SiteRecords.TRAINING)
        .at(world.registry().log().registry().reductions(), rightTime)
        .bps();
  }

  /** The sources tell the truth, the actuator obeys; the service may stay as it is. */
  private void calm(long seed, int cycle) {
    isClockWrong = false;
    world.clock().set(rightTime);
    world.node(0).fallSilent(false);
    agent.actuator().fail(false);
    for (int i = 0; i < CALM; i++) {
      pass(2);
      world.finalise();
      cycle(seed, cycle);
    }
    assertThat(agent.actuator().siteLevel())
        .as("seed %d, cycle %d", seed, cycle)
        .isLessThanOrEqualTo(truth() + 10_000 * 2 / RAMP);
    backup = random.nextInt(3) == 0 ? agent.backUp() : backup;
  }
}
