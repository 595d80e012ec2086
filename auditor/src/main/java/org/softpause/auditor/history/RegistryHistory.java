package org.softpause.auditor.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.softpause.auditor.audit.AuditedEntry;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.Withdraw;
import org.softpause.protocol.registry.AnchoredPause;
import org.softpause.protocol.registry.CeilingReduction;
import org.softpause.protocol.registry.Genesis;
import org.softpause.protocol.registry.Lapse;

/**
 * The effects of a registry's whole log: reductions and changes of mandates.
 *
 * @param reductions every pause with its lift, and every lapse up to the audited block
 * @param mandateChanges every change of a mandate's committees, the deployment first
 */
public record RegistryHistory(
    Genesis genesis, List<CeilingReduction> reductions, List<MandateChange> mandateChanges) {
  /**
   * Derives the history from a verified log.
   *
   * @param until the time of the audited block; a licence that ends later has not lapsed
   */
  public static RegistryHistory of(Genesis genesis, List<AuditedEntry> entries, long until) {
    Map<Bytes32, AnchoredPause> pauses = new LinkedHashMap<>();
    List<CeilingReduction> lapses = new ArrayList<>();
    MandateChanges mandateChanges = new MandateChanges(genesis);
    long licence = genesis.deployedAt() + genesis.parameters().licenceSeconds();
    for (AuditedEntry entry : entries) {
      long now = entry.anchoredAt();
      switch (entry.decision()) {
        case Pause pause -> pauses.put(entry.id(), new AnchoredPause(entry.id(), pause, now));
        case Lift lift ->
            pauses.computeIfPresent(lift.pauseId(), (id, pause) -> pause.liftedAt(now));
        case Withdraw withdraw -> {
          // It changes no ceiling; the replay has verified its place in the log.
        }
        case Renew renew -> {
          lapse(genesis, licence, now).ifPresent(lapses::add);
          licence = renew.operatingUntil();
        }
        case Rotate rotate -> mandateChanges.apply(entry, rotate);
      }
    }
    if (licence < until && genesis.parameters().hasLicence()) {
      lapses.add(Lapse.of(genesis.head0(), genesis.parameters(), licence, AnchoredPause.NEVER));
    }
    return new RegistryHistory(genesis, all(pauses.values(), lapses), mandateChanges.list());
  }

  private static Optional<CeilingReduction> lapse(Genesis genesis, long licence, long now) {
    return now > licence && genesis.parameters().hasLicence()
        ? Optional.of(Lapse.of(genesis.head0(), genesis.parameters(), licence, now))
        : Optional.empty();
  }

  private static List<CeilingReduction> all(
      Collection<AnchoredPause> pauses, List<CeilingReduction> lapses) {
    List<CeilingReduction> all = new ArrayList<>(pauses);
    all.addAll(lapses);
    return List.copyOf(all);
  }

  public CeilingTimeline timeline() {
    return CeilingTimeline.of(reductions, genesis.parameters().leadSeconds());
  }
}
