package org.softpause.signer.deciding;

import java.time.Duration;
import java.util.stream.IntStream;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Slot;
import org.softpause.protocol.registry.AnchoredPause;
import org.softpause.protocol.registry.RegistryState;

/**
 * A lift that is to be proposed.
 *
 * @param pauseId the id of the pause to end
 * @param anchorWithin how long the signatures are valid
 */
public record LiftDraft(MandateName mandate, Bytes32 pauseId, Duration anchorWithin)
    implements DecisionDraft {
  @Override
  public Lift decision(DecisionWorkspace workspace, long now, Bytes32 reasonHash) {
    RegistryState registry = workspace.registryState();
    Slot slot = slot(registry, now);
    long proposedAt = Math.max(now, registry.slot(slot).latestProposedAt() + 1);
    return new Lift(
        mandate,
        registry.epoch(mandate),
        slot,
        pauseId,
        proposedAt,
        proposedAt + anchorWithin.toSeconds(),
        reasonHash);
  }

  private Slot slot(RegistryState registry, long now) {
    return IntStream.range(0, Slot.COUNT)
        .mapToObj(Slot::new)
        .flatMap(slot -> registry.occupant(slot, now).stream())
        .filter(occupant -> occupant.id().equals(pauseId))
        .map(AnchoredPause::pause)
        .map(occupant -> occupant.slot())
        .findFirst()
        .orElseThrow(
            () ->
                new RuleViolation(
                    Rule.SLOT_NOT_OCCUPIED, "the log holds no pause in force with id " + pauseId));
  }
}
