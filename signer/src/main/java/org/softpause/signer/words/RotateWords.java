package org.softpause.signer.words;

import java.util.ArrayList;
import java.util.List;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Rotate;

/** Describes a rotation: who holds a mandate afterwards, and what changes from today. */
record RotateWords(Rotate rotate, DecisionContext context) {
  String title() {
    return rotate.isDeletion()
        ? "DELETION of the EMERGENCY mandate"
        : "NEW COMMITTEES for the " + rotate.target() + " mandate";
  }

  void writeTo(TextPage page) {
    page.entry("What", what());
    List<CommitteeKey> today =
        context.today().map(state -> state.committees(rotate.target())).orElse(List.of());
    CommitteeWords words = new CommitteeWords(today, context.rosters());
    if (context.today().isEmpty()) {
      page.entry("Today", "unknown here: ask before you approve.");
    }
    rotate.committees().forEach(body -> page.entry("Committee", words.describe(body)));
    today.stream()
        .filter(body -> words.isGone(body, rotate.committees()))
        .forEach(
            body -> page.entry("Leaves", words.name(body) + ": it no longer decides anything."));
    page.entry("Ends", ends());
    if (rotate.committees().stream().anyMatch(words::isReshared)) {
      page.entry(
          "Keys",
          "A key that stays is not taken from those who leave: enough of them who kept their old shares can still sign. Only a new key removes them.");
    }
    page.entries("Untouched", untouched());
  }

  private String what() {
    if (rotate.isDeletion()) {
      return "Once this is anchored, nobody holds the EMERGENCY mandate until a later decision by"
          + " STANDING names committees for it.";
    }
    int count = rotate.committees().size();
    String who =
        count == 1 ? "the one committee below" : "the %d committees below".formatted(count);
    return "Once this is anchored, the %s mandate is held by %s%s.%s"
        .formatted(
            rotate.target(),
            who,
            count == 1 ? "" : ", all of which must sign",
            rotate.target() == MandateName.EMERGENCY ? " It may pause once again." : "");
  }

  private String ends() {
    return "Epoch %d of the %s mandate: whatever was signed in it and is not anchored yet becomes void."
        .formatted(rotate.targetEpoch(), rotate.target());
  }

  private List<String> untouched() {
    List<String> items = new ArrayList<>();
    items.add("every pause in force: it stays until it is lifted or over");
    MandateName other =
        rotate.target() == MandateName.STANDING ? MandateName.EMERGENCY : MandateName.STANDING;
    items.add("the committees of the " + other + " mandate");
    return items;
  }
}
