package org.softpause.e2e.process;

import java.time.Duration;

/** Something awaited did not happen in time. */
public final class TimedOut extends RuntimeException {

  TimedOut(String what, Duration limit) {
    super("waited " + limit.toSeconds() + " s in vain for " + what);
  }
}
