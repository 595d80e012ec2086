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

/**
 * The entries that were seen and are not proven yet, in order of first sight. They only lower.
 *
 * @param refuted the claims that a proven log has refuted and that can still be anchored
 */
public record Overlay(List<UnprovenEntry> entries, List<RefutedClaim> refuted) {
  public static final Overlay EMPTY = new Overlay(List.of(), List.of());

  /**
   * The most claims remembered. Each needs the signatures of a whole mandate, so an honest log
   * stays far below it.
   */
  static final int MAX_ENTRIES = 256;

  public Overlay {
    entries = List.copyOf(entries);
    refuted = List.copyOf(refuted);
  }

  /**
   * Adds what a token showed. A refuted claim is not added again; beyond {@link #MAX_ENTRIES}
   * nothing is added, and nothing is ever dropped for it.
   */
  public Overlay with(List<UnprovenEntry> seen) {
    Map<Bytes32, UnprovenEntry> all = new LinkedHashMap<>();
    entries.forEach(entry -> all.put(entry.id(), entry));
    for (UnprovenEntry entry : seen) {
      UnprovenEntry known = all.get(entry.id());
      if (known != null) {
        all.put(entry.id(), known.again(entry));
      } else if (!isRefuted(entry.id()) && all.size() + refuted.size() < MAX_ENTRIES) {
        all.put(entry.id(), entry);
      }
    }
    return new Overlay(new ArrayList<>(all.values()), refuted);
  }

  /** Whether a proven log has refuted an earlier claim that this decision is anchored. */
  public boolean isRefuted(Bytes32 id) {
    return refuted.stream().anyMatch(claim -> claim.id().equals(id));
  }

  /**
   * The overlay after a proof. Entries that the proven log holds leave it, and so do those that the
   * log lacks although it reaches an hour past the time claimed for them. The latter are remembered
   * as refuted until they can no longer be anchored.
   */
  public Overlay after(Set<Bytes32> proven, long provenAt) {
    List<UnprovenEntry> left = new ArrayList<>();
    List<RefutedClaim> claims = new ArrayList<>(refuted);
    for (UnprovenEntry entry : entries) {
      if (proven.contains(entry.id())) {
        continue;
      }
      if (entry.isRefutedAt(provenAt)) {
        claims.add(RefutedClaim.of(entry));
      } else {
        left.add(entry);
      }
    }
    claims.removeIf(claim -> claim.anchorBy() < provenAt || proven.contains(claim.id()));
    return new Overlay(left, claims);
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
