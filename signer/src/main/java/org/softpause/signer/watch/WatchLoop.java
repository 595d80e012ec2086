package org.softpause.signer.watch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.client.ServiceRefusal;
import org.softpause.protocol.client.UnreachableException;
import org.softpause.signer.operation.ActivityLog;
import org.softpause.signer.store.StoreException;
import org.softpause.signer.store.StoreProblem;

/**
 * Runs rounds until told to stop; a round that has begun is finished first. Only this machine's own
 * state ends it: a damaged store, or an old copy of one.
 */
public final class WatchLoop {
  private final WatchTask round;
  private final ActivityLog activityLog;
  private final Backoff backoff;
  private final Semaphore wakes = new Semaphore(0);
  private volatile boolean stopping;
  private final CountDownLatch stopped = new CountDownLatch(1);

  public WatchLoop(WatchTask round, ActivityLog activityLog, Duration poll) {
    this.round = round;
    this.activityLog = activityLog;
    this.backoff = new Backoff(poll);
  }

  /** Returns after so many looks, or after {@link #stop} was called. */
  public void run(long looks) {
    try {
      boolean running = looks > 0;
      for (long made = 1; running; made++) {
        look();
        running = made < looks && waits();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      stopped.countDown();
    }
  }

  /** Whether there is to be another look, once it is time for it. */
  private boolean waits() throws InterruptedException {
    if (wakes.tryAcquire(backoff.next().toMillis(), TimeUnit.MILLISECONDS)) {
      wakes.drainPermits();
    }
    return !stopping;
  }

  /** The next look is not to wait; one under way is followed by another. */
  public void wake() {
    wakes.release();
  }

  /** Asks for the end and waits for it, at most that long. */
  public void stop(Duration patience) {
    stopping = true;
    wake();
    try {
      if (!stopped.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        activityLog.refused("watch", "still-busy", "ending in the middle of a round");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      round.run();
      if (backoff.isFailing()) {
        activityLog.done("service", "reached again");
      }
      backoff.succeeded();
    } catch (UnreachableException away) {
      if (!backoff.isFailing()) {
        activityLog.done("service", "cannot be reached, trying again: " + away.getMessage());
      }
      backoff.failed();
    } catch (ServiceRefusal refused) {
      failed(refused.slug(), String.valueOf(refused.getMessage()));
    } catch (RuleViolation refused) {
      if (refused.rule() == Rule.SIGNER_BEHIND) {
        throw refused;
      }
      failed(refused.rule().slug(), refused.detail());
    } catch (StoreException failure) {
      if (failure.problem() != StoreProblem.BUSY) {
        throw failure;
      }
      backoff.failed();
    }
  }

  /** An answer that nobody can use is no reason to leave either: a better one may follow. */
  private void failed(String slug, String detail) {
    activityLog.refused("service", slug, detail);
    backoff.failed();
  }
}
