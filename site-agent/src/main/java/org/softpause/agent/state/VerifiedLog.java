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
 * A log from its beginning, with every certificate verified under the keys that the log itself has
 * made current. It is immutable; adding entries gives a longer log.
 *
 * @param heads the head after each entry; {@code heads.get(0)} is the head of the empty log
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
   * Adds further entries, each of which must follow the one before.
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

  /**
   * The log as it was after its first {@code length} entries, whose signatures are not verified
   * again: whoever shows this log something else could have that done as often as it likes.
   */
  public VerifiedLog upTo(int length) {
    RegistryState state = RegistryState.genesis(registry.genesis());
    for (LogEntry entry : entries.subList(0, length)) {
      state = state.applyUnsigned(entry);
    }
    return new VerifiedLog(state, entries.subList(0, length), heads.subList(0, length + 1));
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
