package org.softpause.signer.command;

import java.time.Duration;
import org.softpause.protocol.client.UnreachableException;

/** Waiting between two looks at the service; an interrupt ends it. */
final class PollDelay {
  private PollDelay() {}

  static void pause(Duration span) {
    try {
      Thread.sleep(span);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UnreachableException("interrupted", interrupted);
    }
  }
}
