package org.softpause.e2e.terminal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A line that changes in place; without a terminal it prints a new line every two seconds. */
public final class LiveLine {

  private static final Duration SPACING = Duration.ofSeconds(2);

  private final Screen screen;
  private @Nullable Stopwatch sinceLast;

  LiveLine(Screen screen) {
    this.screen = screen;
  }

  public void show(String text) {
    if (screen.isLive()) {
      screen.change("   " + text);
    } else if (sinceLast == null || sinceLast.elapsed().compareTo(SPACING) >= 0) {
      sinceLast = Stopwatch.started();
      screen.line("   " + text);
    }
  }

  /** Prints the final state as a permanent line. */
  public void keep(String text) {
    screen.line("   " + text);
  }
}
