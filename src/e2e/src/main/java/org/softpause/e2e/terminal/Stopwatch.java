package org.softpause.e2e.terminal;

import java.time.Duration;
import java.util.Locale;

/** Measures elapsed time by the monotonic clock. */
public final class Stopwatch {

  private final long start = System.nanoTime();

  private Stopwatch() {}

  public static Stopwatch started() {
    return new Stopwatch();
  }

  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Returns the elapsed seconds with one decimal: "3.2 s". */
  @Override
  public String toString() {
    return seconds(elapsed());
  }

  /** Formats a duration in the same way. */
  public static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
