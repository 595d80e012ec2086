package org.softpause.authz.signing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.softpause.authz.committee.SigningGroup;
import org.springframework.stereotype.Component;

/**
 * A cache of recently used coordinators, so that a share costs only its own verification and not
 * that of all events before it. The database alone says which events exist: a replica that received
 * none of them replays to the same coordinator, and so does one that just started.
 */
@Component
final class CoordinatorCache {
  private static final int KEPT = 32;

  private final SigningEventRepository events;
  private final Map<SigningRun, ReplayedCoordinator> latest = new LinkedHashMap<>();

  CoordinatorCache(SigningEventRepository events) {
    this.events = events;
  }

  /**
   * The coordinator after all stored events. It must be called before the transaction stores an
   * event of its own, so that nothing is cached which may be rolled back.
   */
  ReplayedCoordinator follow(SigningRun run, SigningGroup group) {
    ReplayedCoordinator known = known(run);
    ReplayedCoordinator progress =
        known == null ? ReplayedCoordinator.begin(group, run.decision()) : known;
    for (SigningEventRow row : events.after(run.decision(), run.roster(), progress.position())) {
      progress = progress.after(row);
    }
    keep(run, progress);
    return progress;
  }

  private synchronized @Nullable ReplayedCoordinator known(SigningRun run) {
    return latest.get(run);
  }

  private synchronized void keep(SigningRun run, ReplayedCoordinator progress) {
    latest.remove(run);
    latest.put(run, progress);
    if (latest.size() > KEPT) {
      latest.remove(latest.keySet().iterator().next());
    }
  }
}
