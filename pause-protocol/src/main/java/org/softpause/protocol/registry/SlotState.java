package org.softpause.protocol.registry;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of the sixteen slots. The latest pause stays after it is over, as it does in the contract.
 *
 * @param latestProposedAt what the next decision for this slot must exceed, Unix seconds
 */
public record SlotState(long latestProposedAt, @Nullable AnchoredPause latestPause) {
  static final SlotState EMPTY = new SlotState(0, null);

  /** The pause that keeps another one out of this slot at that time. */
  public Optional<AnchoredPause> occupant(long now) {
    return Optional.ofNullable(latestPause).filter(pause -> now < pause.lastRampEndsAt());
  }

  SlotState paused(AnchoredPause pause) {
    return new SlotState(pause.pause().proposedAt(), pause);
  }

  SlotState lifted(AnchoredPause lifted, long proposedAt) {
    return new SlotState(proposedAt, lifted);
  }
}
