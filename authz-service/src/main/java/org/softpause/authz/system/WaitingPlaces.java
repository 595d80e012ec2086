package org.softpause.authz.system;

import java.util.HashMap;
import java.util.Map;

/** A number of places to wait in, of which one address can take only a part. */
public final class WaitingPlaces {
  private final CallerLimits limits;
  private final Map<String, Integer> takenBy = new HashMap<>();
  private int taken;

  public WaitingPlaces(CallerLimits limits) {
    this.limits = limits;
  }

  /** Takes a place, if there is one for this address; the caller gives it back. */
  public synchronized boolean take(String address) {
    int own = takenBy.getOrDefault(address, 0);
    boolean mayHaveMore = own < limits.waitingPerAddress() || !limits.isOneCaller(address);
    if (taken >= limits.waiting() || !mayHaveMore) {
      return false;
    }
    taken++;
    takenBy.put(address, own + 1);
    return true;
  }

  /** Gives a place back. */
  public synchronized void giveBack(String address) {
    taken--;
    takenBy.computeIfPresent(address, (key, own) -> own == 1 ? null : own - 1);
  }
}
