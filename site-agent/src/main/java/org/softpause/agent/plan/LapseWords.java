package org.softpause.agent.plan;

import org.softpause.protocol.ceiling.CeilingReckoning;
import org.softpause.protocol.registry.Lapse;

/** A lapse of the operating licence in words. */
record LapseWords(Lapse lapse, CeilingReckoning reckoning) {
  String binding(boolean returns) {
    String licence = "the operating licence ran out at " + Words.time(lapse.operatingUntil());
    long ramp = lapse.rampSeconds();
    return returns
        ? "%s and was renewed: the site returns to %s by %s"
            .formatted(
                licence,
                Words.percent(CeilingReckoning.FULL_BPS),
                Words.time(reckoning.end(lapse) + ramp))
        : "%s and no renewal is proven: this site is lowered to %s by %s, until there is one"
            .formatted(
                licence,
                Words.percent(lapse.ceilingBps()),
                Words.time(reckoning.start(lapse) + ramp));
  }
}
