package org.softpause.protocol.ceremony.document;

import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.NonceCommitment;
import org.softpause.protocol.json.FrostValues;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;

/**
 * The message by which a member offers its first nonce commitment for the proof of possession. A
 * session opens whenever t members wait with a commitment.
 *
 * @param roster the hash of the roster that all members signed
 */
public record PossessionCommitment(
    Bytes32 ceremony, Identifier identifier, Bytes32 roster, NonceCommitment commitment)
    implements MemberMessage {
  public static final String TYPE = "softpause-possession-commitment-v1";

  static PossessionCommitment read(ObjectReader in) {
    return new PossessionCommitment(
        in.bytes32("ceremony"),
        FrostValues.identifier(in, "identifier"),
        in.bytes32("roster"),
        NonceCommitment.read(in));
  }

  @Override
  public JsonObject toJson() {
    return MemberMessage.write(TYPE, ceremony, identifier)
        .bytes32("roster", roster)
        .number("number", commitment.number())
        .hex("hiding", commitment.commitments().hiding().encode())
        .hex("binding", commitment.commitments().binding().encode())
        .toJson();
  }
}
