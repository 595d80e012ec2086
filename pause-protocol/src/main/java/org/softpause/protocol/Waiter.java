package org.softpause.protocol;

import java.time.Duration;

/** Lets time pass between two attempts; injected, so that tests do not wait. */
@FunctionalInterface
public interface Waiter {
  /** Puts the calling thread to sleep. */
  Waiter THREAD = Thread::sleep;

  /**
   * Returns once the span is over.
   *
   * @throws InterruptedException if the thread is interrupted before
   */
  void pause(Duration span) throws InterruptedException;
}
