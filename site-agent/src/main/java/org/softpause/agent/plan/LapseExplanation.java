package org.softpause.agent.plan;

import org.softpause.protocol.ceiling.CeilingCalculator;
import org.softpause.protocol.registry.Lapse;

/** Explains in words what a lapse of the operating licence does to the site. */
record LapseExplanation(Lapse lapse, CeilingCalculator calculator) {
  String binding(boolean returns) {
    String licence =
        "the operating licence ran out at " + OperatorFormat.time(lapse.operatingUntil());
    long ramp = lapse.rampSeconds();
    return returns
        ? "%s and was renewed: the site returns to %s by %s"
            .formatted(
                licence,
                OperatorFormat.percent(CeilingCalculator.FULL_BPS),
                OperatorFormat.time(calculator.end(lapse) + ramp))
        : "%s and no renewal is proven: this site is lowered to %s by %s, until there is one"
            .formatted(
                licence,
                OperatorFormat.percent(lapse.ceilingBps()),
                OperatorFormat.time(calculator.start(lapse) + ramp));
  }
}
