package org.softpause.frost;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * A source of randomness that keeps every array it filled, so that a test can see whether it was
 * wiped.
 */
final class HeldRandom extends SecureRandom {
  private final transient SeededRandom random;
  private final transient List<byte[]> filled = new ArrayList<>();

  HeldRandom(long seed) {
    random = new SeededRandom(seed);
  }

  @Override
  public void nextBytes(byte[] bytes) {
    random.nextBytes(bytes);
    filled.add(bytes);
  }

  List<byte[]> filled() {
    return filled;
  }
}
