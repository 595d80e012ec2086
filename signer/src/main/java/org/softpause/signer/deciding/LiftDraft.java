package org.softpause.signer.deciding;

import java.time.Duration;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Slot;
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
    return decision(workspace.registryState(), now, reasonHash);
  }

  Lift decision(RegistryState registry, long now, Bytes32 reasonHash) {
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
    return registry.pauses().stream()
        .filter(anchored -> anchored.id().equals(pauseId))
        .map(anchored -> anchored.pause().slot())
        .filter(slot -> registry.occupant(slot, now).isPresent())
        .findFirst()
        .orElseThrow(
            () ->
                new RuleViolation(
                    Rule.SLOT_NOT_OCCUPIED, "the log holds no pause in force with id " + pauseId));
  }
}
