package org.softpause.signer.watch;

import java.time.Duration;

/** The time to wait before the next look: the poll interval, doubled with each failure in a row. */
final class Backoff {
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final int MAX_DOUBLINGS = 16;

  private final Duration poll;
  private int failures;

  Backoff(Duration poll) {
    this.poll = poll;
  }

  void succeeded() {
    failures = 0;
  }

  void failed() {
    failures = Math.min(failures + 1, MAX_DOUBLINGS);
  }

  boolean isFailing() {
    return failures > 0;
  }

  Duration next() {
    Duration doubled = poll.multipliedBy(1L << failures);
    Duration longest = poll.compareTo(LONGEST) > 0 ? poll : LONGEST;
    return doubled.compareTo(longest) > 0 ? longest : doubled;
  }
}
