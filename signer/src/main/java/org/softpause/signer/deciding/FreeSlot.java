package org.softpause.signer.deciding;

import java.util.stream.IntStream;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Slot;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.signer.state.SignerState;

/** Chooses the first slot that holds no pause and for which this signer approved none lately. */
final class FreeSlot {
  private FreeSlot() {}

  static Slot find(
      RegistryState registry, SignerState state, MandateName mandate, boolean drill, long now) {
    return IntStream.range(0, Slot.COUNT)
        .mapToObj(Slot::new)
        .filter(slot -> isOf(mandate, slot) && slot.isForDrills() == drill)
        .filter(slot -> registry.occupant(slot, now).isEmpty())
        .filter(slot -> !isSpokenFor(registry, state, slot, now))
        .findFirst()
        .orElseThrow(
            () -> new RuleViolation(Rule.NO_FREE_SLOT, "every slot of " + mandate + " is in use"));
  }

  private static boolean isOf(MandateName mandate, Slot slot) {
    return (slot.value() >= 12) == (mandate == MandateName.EMERGENCY);
  }

  private static boolean isSpokenFor(
      RegistryState registry, SignerState state, Slot slot, long now) {
    return state.ballots().stream()
        .map(ballotRecord -> ballotRecord.decision())
        .filter(decision -> decision instanceof Pause pause && pause.slot().equals(slot))
        .anyMatch(
            decision ->
                now <= decision.anchorBy()
                    && decision.proposedAt() > registry.slot(slot).latestProposedAt());
  }
}
