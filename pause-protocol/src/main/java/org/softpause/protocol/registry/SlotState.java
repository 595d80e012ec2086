package org.softpause.protocol.registry;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one of the sixteen slots holds. The latest pause stays there after it is over, as in the
 * contract.
 *
 * @param latestProposedAt what the next decision for this slot must exceed, Unix seconds
 */
public record SlotState(long latestProposedAt, @Nullable AnchoredPause latestPause) {
  static final SlotState EMPTY = new SlotState(0, null);

  /** The pause that occupies this slot at that time and keeps another one out. */
  Optional<AnchoredPause> occupant(long now, long leadSeconds) {
    return Optional.ofNullable(latestPause)
        .filter(pause -> now < pause.lastRampEndsAt(leadSeconds));
  }

  SlotState paused(AnchoredPause pause) {
    return new SlotState(pause.pause().proposedAt(), pause);
  }

  SlotState withdrawn(long proposedAt) {
    return new SlotState(proposedAt, latestPause);
  }

  SlotState lifted(AnchoredPause lifted, long proposedAt) {
    return new SlotState(proposedAt, lifted);
  }
}
