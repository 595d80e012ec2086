package org.softpause.agent.state;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.registry.Genesis;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.registry.RegistryState;

/**
 * A log from its beginning, every certificate verified under the keys that the log itself has made
 * current. Immutable: adding gives a longer one.
 *
 * @param heads the head after every entry, {@code heads.get(0)} being that of the empty log
 */
public record VerifiedLog(RegistryState registry, List<LogEntry> entries, List<Bytes32> heads) {
  public VerifiedLog {
    entries = List.copyOf(entries);
    heads = List.copyOf(heads);
  }

  public static VerifiedLog empty(Genesis genesis) {
    RegistryState start = RegistryState.genesis(genesis);
    return new VerifiedLog(start, List.of(), List.of(start.head()));
  }

  /**
   * With further entries, each of which must follow.
   *
   * @throws org.softpause.protocol.RuleViolation the first rule broken
   */
  public VerifiedLog with(List<LogEntry> further) {
    RegistryState state = registry;
    List<LogEntry> all = new ArrayList<>(entries);
    List<Bytes32> allHeads = new ArrayList<>(heads);
    for (LogEntry entry : further) {
      state = state.apply(entry);
      all.add(entry);
      allHeads.add(state.head());
    }
    return new VerifiedLog(state, all, allHeads);
  }

  /** The log as it was after {@code length} entries. */
  public VerifiedLog upTo(int length) {
    return empty(registry.genesis()).with(entries.subList(0, length));
  }

  public int length() {
    return entries.size();
  }

  public Bytes32 head() {
    return registry.head();
  }

  public Set<Bytes32> ids() {
    Set<Bytes32> ids = new HashSet<>();
    entries.forEach(entry -> ids.add(entry.certificate().id()));
    return ids;
  }
}
