package org.softpause.authz.mirror;

import java.util.List;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.proof.BlockRef;
import org.softpause.protocol.registry.RegistryState;

/** Replays what the registry's events state, by the protocol's rules. */
final class EventReplay {
  private EventReplay() {}

  /**
   * The state after these entries.
   *
   * @throws RuleViolation the first rule broken; {@link Rule#LOG_HEAD_MISMATCH} if an event states
   *     another head than its replay gives
   */
  static RegistryState apply(RegistryState before, List<LoggedEntry> entries) {
    RegistryState state = before;
    for (LoggedEntry entry : entries) {
      state = state.apply(entry.entry());
      if (!state.head().equals(entry.head())) {
        throw new RuleViolation(
            Rule.LOG_HEAD_MISMATCH,
            "the event of entry %d states head %s, its replay gives %s"
                .formatted(state.sequence(), entry.head(), state.head()));
      }
    }
    return state;
  }

  /**
   * Requires that a replay gives the head that is stated for a block.
   *
   * @throws RuleViolation {@link Rule#LOG_HEAD_MISMATCH}
   */
  static void requireHead(RegistryState replayed, BlockRef block, Bytes32 stated) {
    if (!replayed.head().equals(stated)) {
      throw new RuleViolation(
          Rule.LOG_HEAD_MISMATCH,
          "the replay gives " + replayed + ", but block " + block.number() + " has " + stated);
    }
  }
}
