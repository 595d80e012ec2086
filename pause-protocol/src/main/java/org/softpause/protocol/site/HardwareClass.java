package org.softpause.protocol.site;

import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;

/**
 * What a site's hardware is for, a bit in masks and in JSON. There is no bit for consumer hardware.
 */
public enum HardwareClass {
  TRAINING(1),
  INFERENCE(2),
  /** For both; any mask reaches it. */
  MIXED(4);

  private final int bit;

  HardwareClass(int bit) {
    this.bit = bit;
  }

  public int bit() {
    return bit;
  }

  /**
   * Reads the bit that JSON has.
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
