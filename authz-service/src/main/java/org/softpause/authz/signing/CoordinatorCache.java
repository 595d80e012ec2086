package org.softpause.authz.signing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.softpause.authz.committee.SigningGroup;
import org.springframework.stereotype.Component;

/**
 * The coordinators used last, as far as their events were verified, so that a share costs its own
 * verification and not that of all before it. Which events there are the database alone says: a
 * replica that took none of them comes to the same coordinator, and so does one just started.
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
   * The coordinator after all events that are stored. Called before a transaction stores one of its
   * own, so that nothing is kept which may be rolled back.
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
