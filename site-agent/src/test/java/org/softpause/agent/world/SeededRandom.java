package org.softpause.agent.world;

import java.security.SecureRandom;
import java.util.Random;

/** Randomness that is the same in every run. It is predictable and therefore only for tests. */
final class SeededRandom extends SecureRandom {
  private final transient Random random;

  SeededRandom(long seed) {
    random = new Random(seed);
  }

  @Override
  public void nextBytes(byte[] bytes) {
    random.nextBytes(bytes);
  }
}
