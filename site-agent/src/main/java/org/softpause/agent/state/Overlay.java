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

/** The entries that were seen and are not proven yet, in order of first sight. They only lower. */
public record Overlay(List<UnprovenEntry> entries) {
  public static final Overlay EMPTY = new Overlay(List.of());

  /**
   * The most entries kept. Each needs the signatures of a whole mandate, so an honest log stays far
   * below it.
   */
  static final int MAX_ENTRIES = 256;

  public Overlay {
    entries = List.copyOf(entries);
  }

  /**
   * Adds what a token showed. Beyond {@link #MAX_ENTRIES} nothing is added, and nothing is ever
   * dropped for it.
   */
  public Overlay with(List<UnprovenEntry> seen) {
    Map<Bytes32, UnprovenEntry> all = new LinkedHashMap<>();
    entries.forEach(entry -> all.put(entry.id(), entry));
    for (UnprovenEntry entry : seen) {
      UnprovenEntry known = all.get(entry.id());
      if (known != null) {
        all.put(entry.id(), known.again(entry));
      } else if (all.size() < MAX_ENTRIES) {
        all.put(entry.id(), entry);
      }
    }
    return new Overlay(new ArrayList<>(all.values()));
  }

  /**
   * The overlay after a proof. Entries that the proven log holds leave it, and so do those that the
   * log lacks although its time is more than an hour past theirs.
   */
  public Overlay after(Set<Bytes32> proven, long provenAt) {
    return new Overlay(
        entries.stream()
            .filter(entry -> !proven.contains(entry.id()))
            .filter(entry -> !entry.isRefutedAt(provenAt))
            .toList());
  }

  /**
   * The pauses among the entries, as if anchored. Lifts are left out, because they count only when
   * proven.
   */
  public List<AnchoredPause> pauses() {
    return entries.stream().flatMap(Overlay::pause).toList();
  }

  private static Stream<AnchoredPause> pause(UnprovenEntry entry) {
    return entry.certificate().decision() instanceof Pause pause
        ? Stream.of(new AnchoredPause(entry.id(), pause, entry.actsFrom()))
        : Stream.empty();
  }
}
