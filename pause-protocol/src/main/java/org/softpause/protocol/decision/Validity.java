package org.softpause.protocol.decision;

import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.Uint;

/** The rules on epoch and validity that every decision shares. */
final class Validity {
  private Validity() {}

  static void require(long epoch, long proposedAt, long anchorBy) {
    require(epoch, proposedAt, anchorBy, Decision.MAX_VALIDITY_SECONDS);
  }

  static void require(long epoch, long proposedAt, long anchorBy, long mostSeconds) {
    Uint.require(32, "epoch", epoch);
    Uint.require(48, "proposedAt", proposedAt);
    Uint.require(48, "anchorBy", anchorBy);
    if (anchorBy > proposedAt + mostSeconds) {
      throw new RuleViolation(
          Rule.ANCHOR_BY_TOO_LATE, "anchorBy is more than " + mostSeconds + " s after proposedAt");
    }
  }

  /** Only STANDING renews the licence and rotates committees. */
  static void requireStanding(MandateName mandate) {
    if (mandate != MandateName.STANDING) {
      throw new RuleViolation(
          Rule.MANDATE_NOT_STANDING, "only STANDING may decide this, not " + mandate);
    }
  }
}
