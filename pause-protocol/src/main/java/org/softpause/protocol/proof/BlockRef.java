package org.softpause.protocol.proof;

import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Uint;
import org.softpause.protocol.json.JsonInteger;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * A block of Ethereum by number, hash and timestamp.
 *
 * @param timestamp Unix seconds
 */
public record BlockRef(long number, Bytes32 hash, long timestamp) {

  /** Codec for {@link ObjectReader#object}. */
  public static BlockRef read(ObjectReader in) {
    return new BlockRef(
        in.number("number", 0, JsonInteger.MAX),
        in.bytes32("hash"),
        in.number("timestamp", 0, Uint.MAX_48));
  }

  public JsonObject toJson() {
    return new ObjectWriter()
        .number("number", number)
        .bytes32("hash", hash)
        .number("timestamp", timestamp)
        .toJson();
  }
}
