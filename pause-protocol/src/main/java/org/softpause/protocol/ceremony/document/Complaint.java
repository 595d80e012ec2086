package org.softpause.protocol.ceremony.document;

import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.jose.DecryptionKey;
import org.softpause.protocol.json.FrostValues;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;

/**
 * The message by which a receiver says that a dealer's share is bad. It publishes the key to which
 * this one share was sealed, so that anyone can recompute which of the two is to blame. The
 * ceremony ends either way. The shares of other dealers stay sealed, since in a succession they
 * hide shares that are still in use.
 *
 * <p>It names the transcript that it judges. Whoever was shown another one must not judge it: the
 * dealer may have signed two messages, and the receiver may be right about the one it saw.
 *
 * @param transcript SHA-256 of the canonical JSON of the whole transcript, as the receiver saw it
 * @param decryptionKey in JSON the member d of the JWK that round one has for the accused
 */
public record Complaint(
    Bytes32 ceremony,
    Identifier identifier,
    Identifier against,
    Bytes32 transcript,
    DecryptionKey decryptionKey)
    implements MemberMessage {
  public static final String TYPE = "softpause-complaint-v1";

  static Complaint read(ObjectReader in) {
    return new Complaint(
        in.bytes32("ceremony"),
        FrostValues.identifier(in, "identifier"),
        FrostValues.identifier(in, "against"),
        in.bytes32("transcript"),
        in.value("decryptionKey", DecryptionKey::parse));
  }

  @Override
  public JsonObject toJson() {
    return MemberMessage.write(TYPE, ceremony, identifier)
        .number("against", against.value())
        .bytes32("transcript", transcript)
        .text("decryptionKey", decryptionKey.exposeSecretText())
        .toJson();
  }
}
