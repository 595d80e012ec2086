package org.softpause.agent.state;

import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * What was done last, so that a restart starts from there.
 *
 * @param targetBps where the site was going
 * @param levelBps the lowest level that may be in force: written before a cut and after a rise
 */
public record EnforcedLevel(int targetBps, int levelBps) {
  /** A site that nothing was ever asked of. */
  public static final EnforcedLevel FULL = new EnforcedLevel(10_000, 10_000);

  static EnforcedLevel read(ObjectReader in) {
    return new EnforcedLevel(in.small("targetBps", 0, 10_000), in.small("levelBps", 0, 10_000));
  }

  JsonObject toJson() {
    return new ObjectWriter().number("targetBps", targetBps).number("levelBps", levelBps).toJson();
  }
}
