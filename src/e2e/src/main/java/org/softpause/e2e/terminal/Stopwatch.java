package org.softpause.e2e.terminal;

import java.time.Duration;
import java.util.Locale;

/** Time since a moment, by the clock that never jumps. */
public final class Stopwatch {

  private final long start = System.nanoTime();

  private Stopwatch() {}

  public static Stopwatch started() {
    return new Stopwatch();
  }

  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Seconds with one decimal: "3.2 s". */
  @Override
  public String toString() {
    return seconds(elapsed());
  }

  /** The same form for a duration measured elsewhere. */
  public static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
