package org.softpause.agent.state;

import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * The level that was enforced last, from which a restart continues.
 *
 * @param targetBps the level that the site was moving to, in basis points
 * @param levelBps the lowest level that may be in force, in basis points; it is written before a
 *     cut and after a rise
 */
public record EnforcedLevel(int targetBps, int levelBps) {
  /** The level of a site that was never ordered to cut. */
  public static final EnforcedLevel FULL = new EnforcedLevel(10_000, 10_000);

  static EnforcedLevel read(ObjectReader in) {
    return new EnforcedLevel(in.small("targetBps", 0, 10_000), in.small("levelBps", 0, 10_000));
  }

  JsonObject toJson() {
    return new ObjectWriter().number("targetBps", targetBps).number("levelBps", levelBps).toJson();
  }
}
