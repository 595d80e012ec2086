package org.softpause.signer.deciding;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.decision.Scope;
import org.softpause.protocol.decision.Slot;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.signer.state.SignerState;

/**
 * A pause or a drill that is to be proposed.
 *
 * @param slot the first free one if none is named
 * @param regions ISO 3166-1 numeric; none for everywhere
 * @param hardwareClasses mask within 1..7
 * @param minPeakPflops the registry's exemption if none is named
 * @param ceilingBps basis points that may still be used
 * @param startsIn from the latest block on; the registry's lead is the least
 * @param lasts from the start, the lead included, to the end
 * @param ramp how long each site takes down, and up again
 * @param stagger the span over which sites start one after the other
 * @param anchorWithin how long the signatures are valid
 */
public record PauseDraft(
    MandateName mandate,
    Optional<Slot> slot,
    List<Integer> regions,
    int hardwareClasses,
    Optional<Pflops> minPeakPflops,
    int ceilingBps,
    Duration startsIn,
    Duration lasts,
    Duration ramp,
    Duration stagger,
    boolean drill,
    Duration anchorWithin)
    implements DecisionDraft {
  @Override
  public Pause decision(DecisionWorkspace workspace, long now, Bytes32 reasonHash) {
    return decision(workspace.registryState(), workspace.state(), now, reasonHash);
  }

  Pause decision(RegistryState registry, SignerState own, long now, Bytes32 reasonHash) {
    Slot place = slot.orElseGet(() -> FreeSlot.find(registry, own, mandate, drill, now));
    long proposedAt = Math.max(now, registry.slot(place).latestProposedAt() + 1);
    long effectiveAt = now + startsIn.toSeconds();
    long start = Math.max(effectiveAt, now + registry.genesis().parameters().leadSeconds());
    return new Pause(
        mandate,
        registry.epoch(mandate),
        place,
        ceilingBps,
        effectiveAt,
        start + lasts.toSeconds(),
        ramp.toSeconds(),
        stagger.toSeconds(),
        scope(registry),
        drill,
        proposedAt,
        proposedAt + anchorWithin.toSeconds(),
        reasonHash);
  }

  private Scope scope(RegistryState registry) {
    Pflops least =
        minPeakPflops.orElseGet(() -> registry.genesis().parameters().exemptBelowPflops());
    return new Scope(regions.stream().sorted().toList(), hardwareClasses, least);
  }
}
