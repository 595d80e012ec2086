package org.softpause.signer.watch;

import java.time.Duration;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.Waiter;
import org.softpause.protocol.client.ServiceClient;
import org.softpause.protocol.client.ServiceRefusal;
import org.softpause.protocol.client.UnreachableException;

/**
 * Waits at the service for the next signing session and calls for a look. What it says is believed
 * for nothing else: a service that lies here brings about a needless look, or leaves signing to the
 * looks that come anyway.
 */
public final class SigningSessionPoller implements Runnable {
  /** Seconds; the service answers earlier when a session is opened. */
  private static final int WAIT = 15;

  /** Nothing new in less is an answer of somebody who does not let us wait. */
  private static final Duration SHORT = Duration.ofSeconds(WAIT / 2);

  /** Between two calls for a look, however fast the answers. */
  static final Duration REST = Duration.ofMillis(50);

  /** After no answer, or one that came at once and told nothing. */
  static final Duration UNHEARD = Duration.ofSeconds(10);

  private final ServiceClient service;
  private final Runnable look;
  private final Waiter waiter;
  private long known;

  public SigningSessionPoller(ServiceClient service, Runnable look, Waiter waiter) {
    this.service = service;
    this.look = look;
    this.waiter = waiter;
  }

  /** Returns when interrupted. */
  @Override
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        waiter.pause(listen());
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  /** Listens once, and says how long to rest. */
  Duration listen() {
    long began = System.nanoTime();
    try {
      long opened =
          service
              .get("/v1/signing-sessions?known=%d&wait=%d".formatted(known, WAIT))
              .number("opened", Long.MAX_VALUE);
      if (opened == known) {
        return System.nanoTime() - began < SHORT.toNanos() ? UNHEARD : REST;
      }
      known = opened;
      look.run();
      return REST;
    } catch (UnreachableException | ServiceRefusal | RuleViolation unheard) {
      return UNHEARD;
    }
  }
}
