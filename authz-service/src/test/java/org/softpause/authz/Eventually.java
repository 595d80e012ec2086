package org.softpause.authz;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Asks again until the answer is what is awaited; a minute without is a failure that shows the last
 * answer.
 */
public final class Eventually {
  private static final int LOOKS = 600;

  private Eventually() {}

  /** Returns once the question is answered so. */
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
