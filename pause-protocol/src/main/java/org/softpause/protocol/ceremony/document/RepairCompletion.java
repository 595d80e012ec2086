package org.softpause.protocol.ceremony.document;

import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.json.FrostValues;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;

/**
 * A member's statement that its lost share is rebuilt, verified and durable. An old copy of the
 * lost store knows no commitment number as high as the one here, and so finds itself behind.
 *
 * @param roster the hash of the committee's roster
 * @param number the member's next commitment has a higher number; above all numbers that the lost
 *     store is known to have given
 */
public record RepairCompletion(Bytes32 ceremony, Identifier identifier, Bytes32 roster, long number)
    implements MemberMessage {
  public static final String TYPE = "softpause-repair-completion-v1";

  /** Codec for {@link ObjectReader#read}. */
  public static RepairCompletion read(ObjectReader in) {
    in.literal("type", TYPE);
    return new RepairCompletion(
        in.bytes32("ceremony"),
        FrostValues.identifier(in, "identifier"),
        in.bytes32("roster"),
        in.number("number", 1, Integer.MAX_VALUE));
  }

  @Override
  public JsonObject toJson() {
    return MemberMessage.write(TYPE, ceremony, identifier)
        .bytes32("roster", roster)
        .number("number", number)
        .toJson();
  }
}
