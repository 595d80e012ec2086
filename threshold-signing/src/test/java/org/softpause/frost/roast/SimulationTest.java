package org.softpause.frost.roast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.softpause.frost.SeededRandom;
import org.softpause.frost.TestGroup;

/**
 * Simulates thousands of signings at small sizes and a few at large ones. {@code
 * -Dfrost.simulations=100} runs a hundred times as many, {@code -Dfrost.seed=N} begins with that
 * seed.
 */
class SimulationTest {
  private static final int TIMES = Integer.getInteger("frost.simulations", 1);
  private static final long FIRST_SEED = Long.getLong("frost.seed", 1L);

  @ParameterizedTest(name = "{0} of {1}, {2} schedules")
  @CsvSource({"2,2,100", "2,3,1200", "3,5,400", "2,5,300", "4,7,60"})
  void withThresholdHonestSignersASignatureAlwaysComesOut(int t, int n, int schedules) {
    TestGroup group = TestGroup.random(t, n, new SeededRandom(n));
    TreeSet<Integer> sessions = new TreeSet<>();
    int culprits = 0;
    for (long seed = FIRST_SEED; seed < FIRST_SEED + (long) schedules * TIMES; seed++) {
      Simulation simulation = simulate(group, seed);
      sessions.add(simulation.sessions());
      culprits += simulation.culprits();
    }
    assertThat(sessions.getLast()).as("the bound is reached").isEqualTo(n - t + 1);
    assertThat(culprits > 0).as("some were caught").isEqualTo(n > t);
  }

  @ParameterizedTest(name = "{0} of {1}, {2} schedules")
  @CsvSource({"10,15,3", "67,100,1"})
  void largeCommitteesSignToo(int t, int n, int schedules) {
    TestGroup group = TestGroup.random(t, n, new SeededRandom(n));
    for (long seed = FIRST_SEED; seed < FIRST_SEED + (long) schedules * TIMES; seed++) {
      simulate(group, seed);
    }
  }

  private static Simulation simulate(TestGroup group, long seed) {
    try {
      Simulation simulation = new Simulation(group, seed);
      simulation.run();
      return simulation;
    } catch (AssertionError | RuntimeException failure) {
      throw new AssertionError("repeat with -Dfrost.simulations=1 -Dfrost.seed=" + seed, failure);
    }
  }
}
