package org.softpause.authz.mirror;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.registry.RegistryState;

/**
 * A reading of a long part of the log that stores nothing. Of each request that found entries it
 * keeps only the blocks and the head after them: the head commits to every entry before it, so that
 * the same entries are recognised when they are read again.
 */
final class CatchUpScan {
  private final Deque<Part> parts = new ArrayDeque<>();
  private RegistryState state;
  private long next;

  CatchUpScan(RegistryState before, long from) {
    this.state = before;
    this.next = from;
  }

  /**
   * Blocks with entries, both included, and the head after the last of them.
   *
   * @param head the head that the replay of everything up to {@code to} gives
   */
  record Part(long from, long to, Bytes32 head) {}

  /** The first block that is not read yet. */
  long next() {
    return next;
  }

  /** The state after everything read so far. */
  RegistryState state() {
    return state;
  }

  /** The parts that hold entries and are not stored yet, in order. */
  Deque<Part> parts() {
    return parts;
  }

  /**
   * Reads on, up to this block.
   *
   * @throws org.softpause.protocol.RuleViolation the first rule that an entry breaks
   */
  void readUpTo(long block, RegistryEventSource chain) throws IOException {
    RegistryState after = EventReplay.apply(state, chain.entries(next, block));
    if (after.sequence() > state.sequence()) {
      parts.add(new Part(next, block, after.head()));
    }
    state = after;
    next = block + 1;
  }
}
