package org.softpause.agent.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.registry.AnchoredPause;

/** The entries that were seen and are not proven yet, in order of first sight. */
public record Overlay(List<UnprovenEntry> entries) {
  public static final Overlay EMPTY = new Overlay(List.of());

  /** Each needs signatures of a whole mandate, so that an honest log never comes near it. */
  static final int MOST = 256;

  public Overlay {
    entries = List.copyOf(entries);
  }

  /** With what a token showed; beyond {@link #MOST} nothing is added, and nothing is dropped. */
  public Overlay with(List<UnprovenEntry> seen) {
    Map<Bytes32, UnprovenEntry> all = new LinkedHashMap<>();
    entries.forEach(entry -> all.put(entry.id(), entry));
    for (UnprovenEntry entry : seen) {
      UnprovenEntry known = all.get(entry.id());
      if (known != null) {
        all.put(entry.id(), known.again(entry));
      } else if (all.size() < MOST) {
        all.put(entry.id(), entry);
      }
    }
    return new Overlay(new ArrayList<>(all.values()));
  }

  /**
   * After a head was proven: without what its log holds, and without what it lacks although its
   * time is past the entry's by an hour.
   */
  public Overlay after(Set<Bytes32> proven, long provenAt) {
    return new Overlay(
        entries.stream()
            .filter(entry -> !proven.contains(entry.id()))
            .filter(entry -> !entry.isRefutedAt(provenAt))
            .toList());
  }

  /** The pauses among them, as if anchored. A lift is none: only a proven one counts. */
  public List<AnchoredPause> pauses() {
    return entries.stream().flatMap(Overlay::pause).toList();
  }

  private static Stream<AnchoredPause> pause(UnprovenEntry entry) {
    return entry.certificate().decision() instanceof Pause pause
        ? Stream.of(new AnchoredPause(entry.id(), pause, entry.actsFrom()))
        : Stream.empty();
  }
}
