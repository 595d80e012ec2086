package org.softpause.protocol.decision;

import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/**
 * A place in the registry for one pause at a time (protocol "What can be decided", slot): 0..15.
 */
public record Slot(int value) implements Comparable<Slot> {
  /** How many slots there are. */
  public static final int COUNT = 16;

  /**
   * Takes the number of one of the sixteen slots.
   *
   * @throws RuleViolation {@link Rule#SLOT_OUT_OF_RANGE}
   */
  public Slot {
    if (value < 0 || value >= COUNT) {
      throw new RuleViolation(Rule.SLOT_OUT_OF_RANGE, "slot " + value + " is outside 0..15");
    }
  }

  /**
   * Whether drills may use this slot. They have slots of their own, so that no drill blocks a real
   * pause.
   */
  public boolean isForDrills() {
    return value == 10 || value == 11 || value == 15;
  }

  @Override
  public int compareTo(Slot other) {
    return Integer.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
