package org.softpause.authz.signing;

import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.softpause.authz.system.CallerLimits;
import org.softpause.authz.system.WaitingPlaces;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * A long poll for new signing sessions, so that signers need not ask again and again. It answers at
 * once when this replica opens a session; sessions of other replicas are found by the next request.
 */
@Component
public class SessionLongPoll {
  private final SigningSessionRepository sessions;
  private final WaitingPlaces places;

  /** Each opened session ends a phase; the one party is this object, so nobody is waited for. */
  private final Phaser rings = new Phaser(1);

  SessionLongPoll(SigningSessionRepository sessions, CallerLimits limits) {
    this.sessions = sessions;
    this.places = new WaitingPlaces(limits);
  }

  /**
   * How many sessions were ever opened. Returns as soon as that differs from what the caller knows,
   * at the latest after its patience, and at once if too many callers wait already. No database
   * connection is held while waiting.
   *
   * @param caller the caller's address, which can take only a part of the places
   */
  public long opened(long known, Duration patience, String caller) {
    if (!places.take(caller)) {
      return sessions.count();
    }
    try {
      return wait(known, patience);
    } finally {
      places.giveBack(caller);
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

  /** Releases all callers, so that none delays the shutdown. */
  @EventListener
  void on(ContextClosedEvent closed) {
    rings.forceTermination();
  }
}
