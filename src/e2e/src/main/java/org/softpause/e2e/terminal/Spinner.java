package org.softpause.e2e.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Shows that work is in progress. A terminal shows a running counter; other output gets a line
 * after one second and then one every ten seconds.
 */
final class Spinner {

  private final Screen screen;
  private final String what;
  private final Stopwatch watch = Stopwatch.started();
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread thread;

  private Spinner(Screen screen, String what) {
    this.screen = screen;
    this.what = what;
    this.thread = Thread.ofVirtual().start(screen.isLive() ? this::spin : this::report);
  }

  static Spinner on(Screen screen, String what) {
    return new Spinner(screen, what);
  }

  void end() {
    over.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    screen.erase();
  }

  private void spin() {
    while (!overWithin(200)) {
      screen.change("   … " + what + " " + watch.elapsed().toSeconds() + " s");
    }
  }

  private void report() {
    if (overWithin(1000)) {
      return;
    }
    screen.line("   ... " + what);
    while (!overWithin(10_000)) {
      screen.line("   ... " + what + ": " + watch.elapsed().toSeconds() + " s so far");
    }
  }

  private boolean overWithin(long millis) {
    try {
      return over.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }
}
