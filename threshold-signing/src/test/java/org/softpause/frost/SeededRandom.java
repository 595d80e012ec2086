package org.softpause.frost;

import java.security.SecureRandom;
import java.util.Random;

/** A source of randomness that a test can repeat: predictable, so for tests alone. */
public final class SeededRandom extends SecureRandom {
  private final transient Random random;

  public SeededRandom(long seed) {
    random = new Random(seed);
  }

  @Override
  public void nextBytes(byte[] bytes) {
    random.nextBytes(bytes);
  }
}
