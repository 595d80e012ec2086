package org.softpause.signer.deciding;

import java.time.Duration;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Slot;
import org.softpause.protocol.decision.Withdraw;
import org.softpause.protocol.registry.RegistryState;

/**
 * A withdrawal that is to be proposed. It voids what was proposed for its slot until now.
 *
 * @param anchorWithin how long the signatures are valid
 */
public record WithdrawDraft(MandateName mandate, Slot slot, Duration anchorWithin)
    implements DecisionDraft {
  @Override
  public Withdraw decision(DecisionWorkspace workspace, long now, Bytes32 reasonHash) {
    return decision(workspace.registryState(), now, reasonHash);
  }

  Withdraw decision(RegistryState registry, long now, Bytes32 reasonHash) {
    long proposedAt = Math.max(now, registry.slot(slot).latestProposedAt() + 1);
    return new Withdraw(
        mandate,
        registry.epoch(mandate),
        slot,
        proposedAt,
        proposedAt + anchorWithin.toSeconds(),
        reasonHash);
  }
}
