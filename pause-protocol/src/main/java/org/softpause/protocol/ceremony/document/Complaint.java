package org.softpause.protocol.ceremony.document;

import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.jose.DecryptionKey;
import org.softpause.protocol.json.FrostValues;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;

/**
 * A receiver says that a dealer's share is bad and publishes the key that this one share was sealed
 * to, so that anyone can recompute who of the two is to blame. The ceremony ends either way; the
 * shares of other dealers stay sealed, as in a succession they carry shares still in use.
 *
 * @param decryptionKey in JSON the member d of the JWK that round one has for the accused
 */
public record Complaint(
    Bytes32 ceremony, Identifier identifier, Identifier against, DecryptionKey decryptionKey)
    implements MemberMessage {
  public static final String TYPE = "softpause-complaint-v1";

  static Complaint read(ObjectReader in) {
    return new Complaint(
        in.bytes32("ceremony"),
        FrostValues.identifier(in, "identifier"),
        FrostValues.identifier(in, "against"),
        in.value("decryptionKey", DecryptionKey::parse));
  }

  @Override
  public JsonObject toJson() {
    return MemberMessage.write(TYPE, ceremony, identifier)
        .number("against", against.value())
        .text("decryptionKey", decryptionKey.exposeSecretText())
        .toJson();
  }
}
