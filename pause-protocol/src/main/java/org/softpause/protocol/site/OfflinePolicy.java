package org.softpause.protocol.site;

import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * What a site does once it has heard nothing fresh for its grace time. No policy ever raises a
 * ceiling.
 */
public sealed interface OfflinePolicy {

  /** The site keeps the ceiling that it knows and raises nothing. */
  record Hold() implements OfflinePolicy {}

  /**
   * The site comes down to a ceiling.
   *
   * @param ceilingBps 100..9999
   * @param rampSeconds 1..86400
   */
  record Ceiling(int ceilingBps, long rampSeconds) implements OfflinePolicy {
    public Ceiling {
      if (ceilingBps < 100 || ceilingBps > 9_999) {
        throw new RuleViolation(Rule.CEILING_OUT_OF_RANGE, "an offline ceiling is 100..9999");
      }
      if (rampSeconds < 1 || rampSeconds > 86_400) {
        throw new RuleViolation(Rule.RAMP_OUT_OF_RANGE, "an offline ramp is 1..86400 s");
      }
    }
  }

  /** Codec for {@link ObjectReader#object}. */
  static OfflinePolicy read(ObjectReader in) {
    String kind = in.text("kind", 16);
    return switch (kind) {
      case "hold" -> new Hold();
      case "ceiling" ->
          new Ceiling(in.small("ceilingBps", 0, 0xffff), in.number("rampSeconds", 0, 1L << 32));
      default -> throw new RuleViolation(Rule.MALFORMED_VALUE, "offlinePolicy is hold or ceiling");
    };
  }

  static JsonObject write(OfflinePolicy policy) {
    return switch (policy) {
      case Hold hold -> new ObjectWriter().text("kind", "hold").toJson();
      case Ceiling ceiling ->
          new ObjectWriter()
              .text("kind", "ceiling")
              .number("ceilingBps", ceiling.ceilingBps())
              .number("rampSeconds", ceiling.rampSeconds())
              .toJson();
    };
  }
}
