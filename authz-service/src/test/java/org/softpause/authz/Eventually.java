package org.softpause.authz;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Asks again and again until the answer is the expected one. After a minute it fails and shows the
 * last answer.
 */
public final class Eventually {
  private static final int LOOKS = 600;

  private Eventually() {}

  /** Returns once the answer equals the awaited one. */
  public static void equal(Object awaited, Supplier<?> question) {
    Object last = question.get();
    for (int look = 0; look < LOOKS && !awaited.equals(last); look++) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      last = question.get();
    }
    if (!awaited.equals(last)) {
      throw new AssertionError("awaited " + awaited + ", last seen " + last);
    }
  }
}
