package org.softpause.signer.words;

import java.util.List;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.registry.RegistryParameters;
import org.softpause.protocol.registry.RegistryState;

/**
 * Describes a renewal of the operating licence: until when it holds, and what happens without it.
 */
record RenewWords(Renew renew, DecisionContext context, TimeFormat timeFormat) {
  void writeTo(TextPage page) {
    page.entry(
        "What",
        "Clusters that no pause lowers may go on running at their full capacity until %s."
            .formatted(timeFormat.at(renew.operatingUntil())));
    page.entry(
        "Today", context.today().map(this::today).orElse("unknown here: ask before you approve."));
    page.entry("Without it", lapse());
    page.entries(
        "Untouched",
        List.of(
            "every pause in force: a renewal ends none",
            "every cluster below "
                + Amounts.pflops(context.parameters().exemptBelowPflops())
                + ": it needs no licence"));
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
            : " The clusters' starts are spread over "
                + Amounts.span(registry.lapseStaggerSeconds())
                + ".";
    return "%s after the licence ends, every cluster of at least %s, in every region, steps down to %s of its registered capacity over %s, and stays there until a renewal is anchored.%s"
        .formatted(
            Amounts.span(registry.leadSeconds()),
            Amounts.pflops(registry.exemptBelowPflops()),
            Amounts.percent(registry.lapseCeilingBps()),
            Amounts.span(registry.lapseRampSeconds()),
            spread);
  }
}
