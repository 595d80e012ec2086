package org.softpause.protocol.registry;

import java.util.ArrayList;
import java.util.List;

/**
 * The operating licence after some entries of the log. Lapses of before are kept while any site
 * still feels them; with a lead of half an hour there can be only a hundred of those.
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

  /** After a Renew anchored now. */
  Licence renewed(Genesis genesis, long newUntil, long now) {
    List<Lapse> lapses = new ArrayList<>(ended);
    if (now > until) {
      lapses.add(Lapse.of(genesis.head0(), genesis.parameters(), until, now));
    }
    lapses.removeIf(lapse -> !lapse.isFeltAt(now));
    return new Licence(newUntil, lapses);
  }

  /**
   * Those that ended, then the one to come unless it is renewed in time; none without a licence.
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
