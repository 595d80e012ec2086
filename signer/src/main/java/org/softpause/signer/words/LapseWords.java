package org.softpause.signer.words;

import java.util.List;
import org.softpause.protocol.registry.AnchoredPause;
import org.softpause.protocol.registry.Lapse;
import org.softpause.protocol.registry.RegistryState;

/**
 * Describes an operating licence that has run out, which lowers every cluster that is not exempt.
 */
record LapseWords(Lapse lapse, TimeFormat timeFormat) {
  /** Returns the lapses that lower some cluster at that time, or will do so without a renewal. */
  static List<Lapse> inForce(RegistryState state, long at) {
    return state.reductions().stream()
        .filter(Lapse.class::isInstance)
        .map(Lapse.class::cast)
        .filter(lapse -> lapse.operatingUntil() < at && at < lastBack(lapse))
        .filter(lapse -> lapse.endsAt() > startsAt(lapse))
        .toList();
  }

  String today() {
    return "the operating licence ran out at %s: every cluster of at least %s, in every region, at %s from %s %s"
        .formatted(
            timeFormat.at(lapse.operatingUntil()),
            Amounts.pflops(lapse.parameters().exemptBelowPflops()),
            Amounts.percent(lapse.ceilingBps()),
            timeFormat.at(startsAt(lapse)),
            isRenewed()
                ? "until it was renewed at " + timeFormat.at(lapse.liftedAt())
                : "until a renewal is anchored");
  }

  boolean isRenewed() {
    return lapse.liftedAt() != AnchoredPause.NEVER;
  }

  private static long startsAt(Lapse lapse) {
    return lapse.startsAt(lapse.parameters().leadSeconds());
  }

  private static long lastBack(Lapse lapse) {
    return lapse.endsAt() + lapse.staggerSeconds() + lapse.rampSeconds();
  }
}
