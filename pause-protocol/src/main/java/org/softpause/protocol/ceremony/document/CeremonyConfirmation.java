package org.softpause.protocol.ceremony.document;

import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.json.FrostValues;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;

/**
 * The message by which a participant confirms the transcript it saw, and that its shares verified
 * and its own is durable.
 *
 * @param transcript SHA-256 of the canonical JSON of the whole transcript
 */
public record CeremonyConfirmation(Bytes32 ceremony, Identifier identifier, Bytes32 transcript)
    implements MemberMessage {
  public static final String TYPE = "softpause-ceremony-confirmation-v1";

  static CeremonyConfirmation read(ObjectReader in) {
    return new CeremonyConfirmation(
        in.bytes32("ceremony"), FrostValues.identifier(in, "identifier"), in.bytes32("transcript"));
  }

  @Override
  public JsonObject toJson() {
    return MemberMessage.write(TYPE, ceremony, identifier)
        .bytes32("transcript", transcript)
        .toJson();
  }
}
