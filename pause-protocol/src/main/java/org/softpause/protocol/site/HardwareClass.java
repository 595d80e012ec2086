package org.softpause.protocol.site;

import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/** What a site computes; in masks and JSON a bit. There is none for consumer hardware. */
public enum HardwareClass {
  TRAINING(1),
  INFERENCE(2),
  /** Reached by any mask. */
  MIXED(4);

  private final int bit;

  HardwareClass(int bit) {
    this.bit = bit;
  }

  public int bit() {
    return bit;
  }

  /**
   * By its bit, as JSON has it.
   *
   * @throws RuleViolation {@link Rule#OUT_OF_RANGE}
   */
  public static HardwareClass of(int bit) {
    for (HardwareClass hardwareClass : values()) {
      if (hardwareClass.bit == bit) {
        return hardwareClass;
      }
    }
    throw new RuleViolation(Rule.OUT_OF_RANGE, "a site's hardwareClass is 1, 2 or 4");
  }
}
