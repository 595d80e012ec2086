package org.softpause.signer.deciding;

import java.time.Duration;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.registry.RegistryState;

/**
 * A renewal of the operating licence that is to be proposed.
 *
 * @param span how long the licence is to run from now on; as long as the registry allows if none
 * @param anchorWithin how long the signatures are valid
 */
public record RenewDraft(Optional<Duration> span, Duration anchorWithin) implements DecisionDraft {
  @Override
  public Renew decision(DecisionWorkspace workspace, long now, Bytes32 reasonHash) {
    return decision(workspace.registryState(), now, reasonHash);
  }

  Renew decision(RegistryState registry, long now, Bytes32 reasonHash) {
    long seconds =
        span.map(Duration::toSeconds)
            .orElseGet(() -> registry.genesis().parameters().licenceSeconds());
    return new Renew(
        MandateName.STANDING,
        registry.epoch(MandateName.STANDING),
        now + seconds,
        now,
        now + anchorWithin.toSeconds(),
        reasonHash);
  }
}
