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
 * Runs a task again and again until it is told to stop, and finishes a look that has begun. Only
 * this machine's own state ends it early: a damaged store, or an old copy of one.
 */
public final class WatchLoop {
  private final WatchTask task;
  private final ActivityLog activityLog;
  private final Backoff backoff;
  private final Semaphore wakes = new Semaphore(0);
  private volatile boolean stopping;
  private final CountDownLatch stopped = new CountDownLatch(1);

  public WatchLoop(WatchTask task, ActivityLog activityLog, Duration poll) {
    this.task = task;
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

  /** Waits until it is time for another look, and returns whether there is to be one. */
  private boolean waits() throws InterruptedException {
    if (wakes.tryAcquire(backoff.next().toMillis(), TimeUnit.MILLISECONDS)) {
      wakes.drainPermits();
    }
    return !stopping;
  }

  /** Makes the next look begin at once; a look that is under way is followed by another. */
  public void wake() {
    wakes.release();
  }

  /** Asks for the end and waits for it, at most for this long. */
  public void stop(Duration patience) {
    stopping = true;
    wake();
    try {
      if (!stopped.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        activityLog.refused("watch", "still-busy", "ending in the middle of a look");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      task.run();
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

  /** An unusable answer does not end the loop, because a better one may follow. */
  private void failed(String slug, String detail) {
    activityLog.refused("service", slug, detail);
    backoff.failed();
  }
}
