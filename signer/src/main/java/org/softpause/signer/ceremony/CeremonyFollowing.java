package org.softpause.signer.ceremony;

import java.time.Duration;
import java.time.Instant;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.client.UnreachableException;
import org.softpause.signer.operation.SignerContext;

/**
 * Follows a ceremony or a repair to its end for this signer.
 *
 * @param poll how long to wait between two looks at the board
 * @param patience how long to wait for the others; behind an air gap there is one look only
 */
public record CeremonyFollowing(SignerContext context, Duration poll, Duration patience) {
  /**
   * Takes every step until there is no more to do.
   *
   * @param what as in "the ceremony"
   * @throws UnreachableException if the others took longer than the patience allows
   */
  CeremonyProgress untilEnd(CeremonySteps steps, Bytes32 id, String what) {
    CeremonyPoller poller = new CeremonyPoller(steps, id);
    Duration span = context.airGapped() ? Duration.ZERO : patience;
    Instant end = context.clock().instant().plus(span);
    String missing = "";
    do {
      switch (poller.look()) {
        case CeremonyProgress.Done done -> {
          return done;
        }
        case CeremonyProgress.Dealt dealt -> {
          return dealt;
        }
        case CeremonyProgress.Repaired repaired -> {
          return repaired;
        }
        case CeremonyProgress.Waiting waiting -> {
          missing = waiting.phase() + ", waiting for " + waiting.missing();
          pause();
        }
        case CeremonyProgress.Sent sent -> missing = "after " + sent.type();
      }
    } while (context.clock().instant().isBefore(end));
    throw new UnreachableException(what + " is not complete yet: " + missing);
  }

  private void pause() {
    try {
      context.waiter().pause(poll);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new UnreachableException("interrupted", interrupted);
    }
  }
}
