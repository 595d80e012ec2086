package org.softpause.signer.words;

import java.util.List;
import org.softpause.protocol.decision.Withdraw;

/** Describes a withdrawal: what it voids, and what it leaves as it is. */
record WithdrawWords(Withdraw withdraw, TimeFormat timeFormat) {
  void writeTo(TextPage page) {
    page.entry(
        "What",
        "Every pause and every lift for slot %d that was proposed at %s or before, and is not anchored when this is, can never be anchored, whoever has signed it."
            .formatted(withdraw.slot().value(), timeFormat.at(withdraw.proposedAt())));
    page.entries(
        "Untouched",
        List.of(
            "the pause that slot %d may hold: it neither ends nor changes"
                .formatted(withdraw.slot().value()),
            "every other slot, the operating licence and who may decide"));
  }
}
