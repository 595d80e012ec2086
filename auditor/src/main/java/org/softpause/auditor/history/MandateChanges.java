package org.softpause.auditor.history;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.softpause.auditor.audit.AuditedEntry;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.registry.Genesis;

/** Collects the changes of the committees that hold each mandate. */
final class MandateChanges {
  private final Map<MandateName, List<CommitteeKey>> holders = new EnumMap<>(MandateName.class);
  private final List<MandateChange> changes = new ArrayList<>();

  MandateChanges(Genesis genesis) {
    for (MandateName mandate : MandateName.values()) {
      List<CommitteeKey> founders = genesis.committees(mandate);
      holders.put(mandate, founders);
      changes.add(
          new MandateChange(
              genesis.deployedAt(), 0, mandate, 0, founders, List.of(), List.of(), List.of()));
    }
  }

  void apply(AuditedEntry entry, Rotate rotate) {
    List<CommitteeKey> before = holders.getOrDefault(rotate.target(), List.of());
    List<CommitteeKey> after = rotate.committees();
    List<CommitteeKey> changed =
        after.stream().filter(body -> holds(before, body) && !before.contains(body)).toList();
    changes.add(
        new MandateChange(
            entry.anchoredAt(),
            entry.sequence(),
            rotate.target(),
            rotate.targetEpoch() + 1,
            after.stream().filter(body -> !holds(before, body)).toList(),
            before.stream().filter(body -> !holds(after, body)).toList(),
            changed,
            after.stream().filter(before::contains).toList()));
    holders.put(rotate.target(), after);
  }

  private static boolean holds(List<CommitteeKey> bodies, CommitteeKey body) {
    return bodies.stream().anyMatch(each -> each.key().equals(body.key()));
  }

  List<MandateChange> list() {
    return List.copyOf(changes);
  }
}
