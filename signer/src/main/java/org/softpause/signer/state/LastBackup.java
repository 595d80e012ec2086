package org.softpause.signer.state;

import java.util.List;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.JsonString;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * A record of the latest backup, so that {@code doctor} can report a seat that it does not cover.
 *
 * @param at when the backup was written, in Unix seconds
 * @param ceremonies the ceremonies whose seeds the backup holds
 */
public record LastBackup(long at, List<Bytes32> ceremonies) {
  private static final long UINT48 = 0xffff_ffff_ffffL;

  public LastBackup {
    ceremonies = List.copyOf(ceremonies);
  }

  public boolean covers(Bytes32 ceremony) {
    return ceremonies.contains(ceremony);
  }

  static LastBackup read(ObjectReader in) {
    return new LastBackup(in.number("at", 0, UINT48), in.values("ceremonies", Bytes32::parse));
  }

  JsonObject toJson() {
    return new ObjectWriter()
        .number("at", at)
        .array("ceremonies", ceremonies, ceremony -> new JsonString(ceremony.toString()))
        .toJson();
  }
}
