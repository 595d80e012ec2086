package org.softpause.e2e.process;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.softpause.protocol.Waiter;

/** Polls something outside this program, such as another process, until it answers. */
public final class Poll {
  private static final Duration INTERVAL = Duration.ofMillis(50);

  private Poll() {}

  /**
   * Asks until there is an answer.
   *
   * @throws TimedOut naming what was awaited, once the limit is over
   */
  public static <T> T until(String what, Duration limit, Supplier<Optional<T>> question) {
    return until(what, limit, question, Waiter.THREAD);
  }

  static <T> T until(String what, Duration limit, Supplier<Optional<T>> question, Waiter waiter) {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      Optional<T> answer = question.get();
      if (answer.isPresent()) {
        return answer.get();
      }
      if (System.nanoTime() > end) {
        throw new TimedOut(what, limit);
      }
      pause(waiter);
    }
  }

  /** Asks until the answer is yes. */
  public static void untilTrue(String what, Duration limit, Supplier<Boolean> question) {
    until(what, limit, () -> question.get() ? Optional.of(true) : Optional.empty());
  }

  private static void pause(Waiter waiter) {
    try {
      waiter.pause(INTERVAL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedInterruptedException(e);
    }
  }
}
