package org.softpause.e2e.process;

import java.time.Duration;

/** Thrown when an awaited event does not happen in time. */
public final class TimedOut extends RuntimeException {

  TimedOut(String what, Duration limit) {
    super("waited " + limit.toSeconds() + " s in vain for " + what);
  }
}
