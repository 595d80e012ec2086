package org.softpause.signer.watch;

import java.time.Duration;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.Waiter;
import org.softpause.protocol.client.ServiceClient;
import org.softpause.protocol.client.ServiceRefusal;
import org.softpause.protocol.client.UnreachableException;

/**
 * Waits at the service (by long polling) for the next signing session and then calls for a look.
 * The answer is only a hint: a service that lies here causes a needless look, or leaves signing to
 * the looks that come anyway.
 */
public final class SigningSessionPoller implements Runnable {
  /**
   * Seconds for which the service may hold the request; it answers earlier when a session opens.
   */
  private static final int WAIT = 15;

  /** An answer without news that comes sooner is from a service that does not hold requests. */
  private static final Duration SHORT = Duration.ofSeconds(WAIT / 2);

  /** The pause between two requests, however fast the answers come. */
  static final Duration REST = Duration.ofMillis(50);

  /** The pause after no answer, or after one that came at once without news. */
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

  /** Sends one request and returns how long to pause before the next. */
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
