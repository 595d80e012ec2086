package org.softpause.signer.words;

import java.util.Optional;
import org.softpause.protocol.decision.Lift;

/** Describes a lift: which pause ends, and what follows from that. */
record LiftWords(Lift lift, Optional<PauseWords> lifted) {
  void writeTo(TextPage page) {
    page.entry(
        "What",
        "The pause in slot %d with id %s ends when this is anchored; its clusters then step back up the way they came down."
            .formatted(lift.slot().value(), lift.pauseId()));
    page.entry(
        "That pause",
        lifted
            .map(PauseWords::summary)
            .orElse("It is not in the log that this signer could verify: ask before you approve."));
    page.entry("Untouched", "every other pause, in every other slot");
  }
}
