package org.softpause.authz.signing;

import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Lets signers wait for the next signing session instead of asking again and again. It rings for
 * the sessions that this replica opens; those of another are found by a signer's next look.
 */
@Component
public class SessionLongPoll {
  /** So that no crowd takes up all connections; far more than there are signers. */
  static final int MAX_WAITING = 1_000;

  private final SigningSessionRepository sessions;
  private final Semaphore places = new Semaphore(MAX_WAITING);

  /** A phase ends with each ring; one party, so that nobody is waited for. */
  private final Phaser rings = new Phaser(1);

  SessionLongPoll(SigningSessionRepository sessions) {
    this.sessions = sessions;
  }

  /**
   * How many sessions were ever opened, as soon as that is not what the caller knows, and at the
   * latest after its patience; at once where too many wait already. No connection to the database
   * is held meanwhile.
   */
  public long opened(long known, Duration patience) {
    if (!places.tryAcquire()) {
      return sessions.count();
    }
    try {
      return wait(known, patience);
    } finally {
      places.release();
    }
  }

  private long wait(long known, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    int phase = rings.getPhase();
    long opened = sessions.count();
    while (opened == known && ringsBefore(deadline, phase)) {
      phase = rings.getPhase();
      opened = sessions.count();
    }
    return opened;
  }

  private boolean ringsBefore(long deadline, int phase) {
    try {
      long patience = deadline - System.nanoTime();
      return rings.awaitAdvanceInterruptibly(phase, patience, TimeUnit.NANOSECONDS) >= 0;
    } catch (TimeoutException nobodyRang) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @TransactionalEventListener
  void on(SigningSessionOpened opened) {
    rings.arrive();
  }

  /** Nobody who waits here holds up the end of the service. */
  @EventListener
  void on(ContextClosedEvent closed) {
    rings.forceTermination();
  }
}
