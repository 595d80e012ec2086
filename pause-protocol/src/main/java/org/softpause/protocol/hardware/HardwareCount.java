package org.softpause.protocol.hardware;

import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * How many accelerators of one model a site has.
 *
 * @param count 1..100,000,000
 */
public record HardwareCount(HardwareModel model, long count) {
  public static final long MOST = 100_000_000;

  /**
   * Checks the count.
   *
   * @throws RuleViolation {@link Rule#OUT_OF_RANGE}
   */
  public HardwareCount {
    if (count < 1 || count > MOST) {
      throw new RuleViolation(Rule.OUT_OF_RANGE, "a count of accelerators is within 1.." + MOST);
    }
  }

  /** Codec for {@link ObjectReader#object}. */
  static HardwareCount read(ObjectReader in) {
    return new HardwareCount(in.value("model", HardwareModel::new), in.number("count", 1, MOST));
  }

  JsonObject toJson() {
    return new ObjectWriter().text("model", model.name()).number("count", count).toJson();
  }
}
