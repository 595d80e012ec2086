package org.softpause.protocol.decision;

import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** The rules on epoch and validity that every decision shares. */
final class Validity {
  private Validity() {}

  static void require(long epoch, long proposedAt, long anchorBy) {
    Uint.require(32, "epoch", epoch);
    Uint.require(48, "proposedAt", proposedAt);
    Uint.require(48, "anchorBy", anchorBy);
    if (anchorBy > proposedAt + Decision.MAX_VALIDITY_SECONDS) {
      throw new RuleViolation(
          Rule.ANCHOR_BY_TOO_LATE, "anchorBy is more than 30 days after proposedAt");
    }
  }
}
