package org.softpause.protocol.decision;

import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** The mandate that a decision is made under (protocol "Who decides"); on chain a uint8. */
public enum MandateName {
  /** May make every decision, and pauses of up to two years. */
  STANDING(0, 0, 11, 63_072_000),
  /** May make pauses of up to 14 days, one until STANDING arms it again. */
  EMERGENCY(1, 12, 15, 1_209_600);

  private final int code;
  private final int firstSlot;
  private final int lastSlot;
  private final long longestPauseSeconds;

  MandateName(int code, int firstSlot, int lastSlot, long longestPauseSeconds) {
    this.code = code;
    this.firstSlot = firstSlot;
    this.lastSlot = lastSlot;
    this.longestPauseSeconds = longestPauseSeconds;
  }

  /** The number on chain: 0 or 1. */
  public int code() {
    return code;
  }

  /** The most seconds from the first cut to the last site's return. Drills have a shorter limit. */
  public long longestPauseSeconds() {
    return longestPauseSeconds;
  }

  boolean mayPauseIn(Slot slot) {
    return slot.value() >= firstSlot && slot.value() <= lastSlot;
  }

  /** Whether this mandate may lift a pause in this slot: STANDING lifts any, EMERGENCY its own. */
  boolean mayLiftIn(Slot slot) {
    return this == STANDING || mayPauseIn(slot);
  }

  /**
   * Reads the name that JSON has.
   *
   * @throws RuleViolation {@link Rule#UNKNOWN_MANDATE}
   */
  public static MandateName parse(String name) {
    for (MandateName mandate : values()) {
      if (mandate.name().equals(name)) {
        return mandate;
      }
    }
    throw new RuleViolation(Rule.UNKNOWN_MANDATE, "a mandate is STANDING or EMERGENCY");
  }
}
