package org.softpause.protocol.ceremony.document;

import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.json.FrostValues;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;

/**
 * The message by which a participant confirms the round one it saw. Nobody seals a share before all
 * have confirmed the same one.
 *
 * @param roundOne SHA-256 of the canonical JSON array of all round-one payloads
 */
public record RoundOneConfirmation(Bytes32 ceremony, Identifier identifier, Bytes32 roundOne)
    implements MemberMessage {
  public static final String TYPE = "softpause-round-one-confirmation-v1";

  static RoundOneConfirmation read(ObjectReader in) {
    return new RoundOneConfirmation(
        in.bytes32("ceremony"), FrostValues.identifier(in, "identifier"), in.bytes32("roundOne"));
  }

  @Override
  public JsonObject toJson() {
    return MemberMessage.write(TYPE, ceremony, identifier).bytes32("roundOne", roundOne).toJson();
  }
}
