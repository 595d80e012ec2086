package org.softpause.agent.world;

import java.security.SecureRandom;
import java.util.Random;

/** Randomness that comes out the same every time: predictable, so for tests alone. */
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
