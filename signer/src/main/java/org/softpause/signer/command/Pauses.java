package org.softpause.signer.command;

import java.time.Duration;
import org.softpause.signer.service.Unreachable;

/** Waiting between two looks at the service; an interrupt ends it. */
final class Pauses {
  private Pauses() {}

  static void pause(Duration span) {
    try {
      Thread.sleep(span);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted", interrupted);
    }
  }
}
