package org.softpause.protocol.registry;

import java.util.ArrayList;
import java.util.List;

/**
 * The operating licence after some entries of the log. Earlier lapses are kept as long as they
 * lower any site. As the lead is at least half an hour, there are at most a hundred of them.
 *
 * @param until when it runs out, Unix seconds
 * @param ended lapses that a Renew has ended, oldest first
 */
record Licence(long until, List<Lapse> ended) {
  Licence {
    ended = List.copyOf(ended);
  }

  static Licence of(Genesis genesis) {
    return new Licence(genesis.deployedAt() + genesis.parameters().licenceSeconds(), List.of());
  }

  /** The licence after a Renew anchored now. */
  Licence renewed(Genesis genesis, long newUntil, long now) {
    List<Lapse> lapses = new ArrayList<>(ended);
    if (now > until) {
      lapses.add(Lapse.of(genesis.head0(), genesis.parameters(), until, now));
    }
    lapses.removeIf(lapse -> !lapse.isFeltAt(now));
    return new Licence(newUntil, lapses);
  }

  /**
   * The lapses that ended, then the one that comes unless the licence is renewed in time. A
   * registry without a licence has none.
   */
  List<Lapse> lapses(Genesis genesis) {
    if (!genesis.parameters().hasLicence()) {
      return List.of();
    }
    List<Lapse> lapses = new ArrayList<>(ended);
    lapses.add(Lapse.of(genesis.head0(), genesis.parameters(), until, AnchoredPause.NEVER));
    return lapses;
  }
}
