package org.softpause.signer.words;

import java.util.List;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.registry.RegistryParameters;
import org.softpause.protocol.registry.RegistryState;

/** A renewal of the operating licence: until when, and what happens without it. */
record RenewWords(Renew renew, DecisionContext context, TimeFormat timeFormat) {
  void writeTo(TextPage page) {
    page.entry(
        "What",
        "Clusters may run on at their full capacity until %s, pauses aside."
            .formatted(timeFormat.at(renew.operatingUntil())));
    page.entry("Today", context.today().map(this::today).orElse("unknown here: ask before."));
    page.entry("Without it", lapse());
    page.entries(
        "Untouched",
        List.of(
            "every pause in force: a renewal ends none",
            "every cluster below "
                + Amounts.pflops(context.parameters().exemptBelowPflops())
                + ": no licence is asked of it"));
  }

  private String today(RegistryState state) {
    return "The licence runs until " + timeFormat.at(state.operatingUntil()) + ".";
  }

  private String lapse() {
    RegistryParameters registry = context.parameters();
    if (!registry.hasLicence()) {
      return "Nothing happens: this registry has no operating licence.";
    }
    String spread =
        registry.lapseStaggerSeconds() == 0
            ? ""
            : ", clusters begin spread over " + Amounts.span(registry.lapseStaggerSeconds());
    return "%s after the licence ends, every cluster of at least %s, in every region, steps down to %s of its registered capacity over %s%s, and stays there until a renewal is anchored."
        .formatted(
            Amounts.span(registry.leadSeconds()),
            Amounts.pflops(registry.exemptBelowPflops()),
            Amounts.percent(registry.lapseCeilingBps()),
            Amounts.span(registry.lapseRampSeconds()),
            spread);
  }
}
