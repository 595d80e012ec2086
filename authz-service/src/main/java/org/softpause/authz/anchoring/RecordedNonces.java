package org.softpause.authz.anchoring;

import java.util.OptionalLong;
import java.util.SortedSet;

/**
 * What is recorded of an account's nonces.
 *
 * @param highestConsumed the highest one that the chain is known to have consumed
 * @param open those that were handed out and are not known to be consumed
 */
record RecordedNonces(OptionalLong highestConsumed, SortedSet<Long> open) {
  boolean isEmpty() {
    return highestConsumed.isEmpty() && open.isEmpty();
  }

  /** The lowest count of transactions that fits: nothing known to be consumed is given back. */
  long lowestCount() {
    return highestConsumed.isPresent() ? highestConsumed.getAsLong() + 1 : 0;
  }

  /** The highest count that fits: everything handed out without a gap is consumed. */
  long highestCount() {
    long next = highestConsumed.isEmpty() && !open.isEmpty() ? open.first() : lowestCount();
    while (open.contains(next)) {
      next++;
    }
    return next;
  }
}
