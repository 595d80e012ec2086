package org.softpause.authz.anchoring;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tells a replica when to give up its lease: once it has made no progress for as long as the lease
 * lasts. It then stands back for as long, so that another replica can take it.
 */
final class ProgressWatch {
  private final Duration patience;
  private @Nullable Instant stuckSince;
  private Instant standsBackUntil = Instant.MIN;

  ProgressWatch(Duration patience) {
    this.patience = patience;
  }

  /** Whether the replica leaves the lease to others now. */
  synchronized boolean standsBack(Instant now) {
    return now.isBefore(standsBackUntil);
  }

  /** Takes note of a step's end; returns whether the lease is to be given up. */
  synchronized boolean givesUp(boolean progress, Instant now) {
    if (progress) {
      stuckSince = null;
      return false;
    }
    if (stuckSince == null) {
      stuckSince = now;
    }
    if (now.isBefore(stuckSince.plus(patience))) {
      return false;
    }
    stuckSince = null;
    standsBackUntil = now.plus(patience);
    return true;
  }
}
