package org.softpause.agent.state;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * A decision that was claimed to be anchored and that a proven log lacked. It is remembered until
 * it can no longer be anchored, so that the same claim never starts anew.
 *
 * @param id the decision
 * @param anchorBy the last second at which it can be anchored, Unix seconds
 */
public record RefutedClaim(Bytes32 id, long anchorBy) {
  private static final long UINT48 = (1L << 48) - 1;

  static RefutedClaim of(UnprovenEntry entry) {
    return new RefutedClaim(entry.id(), entry.certificate().decision().anchorBy());
  }

  static RefutedClaim read(ObjectReader in) {
    return new RefutedClaim(in.bytes32("id"), in.number("anchorBy", 0, UINT48));
  }

  JsonObject toJson() {
    return new ObjectWriter().bytes32("id", id).number("anchorBy", anchorBy).toJson();
  }
}
