package org.softpause.signer.words;

import java.util.ArrayList;
import java.util.List;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.registry.RegistryParameters;
import org.softpause.protocol.site.RegionNames;

/**
 * Describes a pause: what, where, how much, when, how fast, until when, and what it leaves alone.
 */
record PauseWords(
    Pause pause, RegistryParameters parameters, RegionNames regions, TimeFormat timeFormat) {
  String title() {
    return pause.drill() ? "DRILL" : "PAUSE";
  }

  void writeTo(TextPage page) {
    ScopeWords scope = new ScopeWords(pause.scope(), parameters, regions);
    page.entry("What", what(scope));
    page.entry("Where", scope.where());
    page.entry("Size", scope.size());
    page.entry("From", from());
    page.entry("How fast", howFast());
    page.entry("Until", until());
    page.entries("Untouched", untouched(scope));
  }

  /** Describes the pause in one sentence, for a lift that names it. */
  String summary() {
    ScopeWords scope = new ScopeWords(pause.scope(), parameters, regions);
    return "It holds %s of at least %s at %s (%s), until %s at the latest."
        .formatted(
            scope.classes(),
            Amounts.pflops(pause.scope().minPeakPflops()),
            ceiling(),
            scope.where().replaceAll("\\.$", ""),
            timeFormat.at(pause.expiresAt()));
  }

  private String what(ScopeWords scope) {
    String whom = scope.classes();
    String capital = Character.toUpperCase(whom.charAt(0)) + whom.substring(1);
    return pause.drill()
        ? "An exercise: signed, anchored, delivered and acknowledged like a pause, but NOTHING is"
            + " slowed down. A real one would cut "
            + whom
            + " to "
            + ceiling()
            + " of their registered capacity."
        : capital + " are cut to " + ceiling() + " of their registered capacity.";
  }

  private String from() {
    return timeFormat.at(pause.effectiveAt())
        + ", or "
        + Amounts.span(parameters.leadSeconds())
        + " after the block that anchors it, whichever is later.";
  }

  private String howFast() {
    String ramp =
        "Each cluster steps down over " + Amounts.span(pause.rampSeconds()) + ", not at once";
    return pause.staggerSeconds() == 0
        ? ramp + "; all begin at the same moment."
        : ramp
            + "; the clusters' starts are spread over "
            + Amounts.span(pause.staggerSeconds())
            + ".";
  }

  private String until() {
    long lastRampEnd = pause.expiresAt() + pause.staggerSeconds() + pause.rampSeconds();
    String end = timeFormat.at(pause.expiresAt());
    return pause.drill()
        ? end + ". The drill then ends by itself, without any signature; a lift can end it earlier."
        : end
            + ". The pause then ends by itself, without any signature: clusters step back up the"
            + " same way, and the last one is at full capacity at "
            + timeFormat.at(lastRampEnd)
            + ". A lift can end it earlier.";
  }

  private List<String> untouched(ScopeWords scope) {
    List<String> items = new ArrayList<>(scope.untouched());
    items.add(
        pause.drill()
            ? "everybody's capacity: a drill never counts"
            : "the first " + ceiling() + " of every cluster: it never falls below that");
    return items;
  }

  private String ceiling() {
    return Amounts.percent(pause.ceilingBps());
  }
}
