package org.softpause.signer.words;

import java.util.List;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.Withdraw;
import org.softpause.protocol.registry.Supersession;

/** Says which open decisions could never be anchored once this one is. */
record VoidedWords(List<OpenDecision> open, TimeFormat timeFormat) {
  void writeTo(TextPage page, Decision decision) {
    List<OpenDecision> voided =
        open.stream()
            .filter(other -> !other.decision().equals(decision))
            .filter(other -> Supersession.isMadeVoid(other.decision(), decision))
            .toList();
    if (voided.isEmpty()) {
      page.entry("Voids", "no decision that the service shows as open.");
      return;
    }
    page.entries("Voids", voided.stream().map(this::line).toList());
    if (voided.stream().anyMatch(VoidedWords::isPause)) {
      page.entry(
          "WARNING",
          "A pause is among them. Unless it is to be voided, approve this only once that pause is anchored.");
    }
  }

  private static boolean isPause(OpenDecision open) {
    return open.decision() instanceof Pause pause && !pause.drill();
  }

  private String line(OpenDecision open) {
    return "%s, proposed at %s, %s: %s"
        .formatted(
            kind(open.decision()),
            timeFormat.at(open.decision().proposedAt()),
            SafeText.line(open.state()),
            open.id());
  }

  private static String kind(Decision decision) {
    return switch (decision) {
      case Pause pause ->
          (pause.drill() ? "the drill of slot " : "the pause of slot ") + pause.slot();
      case Lift lift -> "the lift of slot " + lift.slot();
      case Withdraw withdraw -> "the withdrawal in slot " + withdraw.slot();
      case Renew renew -> "the renewal of the licence";
      case Rotate rotate -> "the rotation of " + rotate.target();
    };
  }
}
