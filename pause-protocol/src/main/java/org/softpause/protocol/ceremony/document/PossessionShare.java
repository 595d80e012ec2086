package org.softpause.protocol.ceremony.document;

import org.softpause.frost.Identifier;
import org.softpause.frost.SignatureShare;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.NonceCommitment;
import org.softpause.protocol.json.FrostValues;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;

/**
 * A member's signature share for one session of the proof of possession.
 *
 * @param packageHash the hash of the session's package
 * @param next the member's commitment for another session, in case this one does not come to a
 *     signature
 */
public record PossessionShare(
    Bytes32 ceremony,
    Identifier identifier,
    Bytes32 packageHash,
    SignatureShare share,
    NonceCommitment next)
    implements MemberMessage {
  public static final String TYPE = "softpause-possession-share-v1";

  /** Codec for {@link org.softpause.protocol.jose.JwsPayload#read}. */
  public static PossessionShare read(ObjectReader in) {
    return new PossessionShare(
        in.bytes32("ceremony"),
        FrostValues.identifier(in, "identifier"),
        in.bytes32("package"),
        in.value("share", FrostValues.hex(SignatureShare::decode)),
        in.object("next", NonceCommitment::read));
  }

  @Override
  public JsonObject toJson() {
    return MemberMessage.write(TYPE, ceremony, identifier)
        .bytes32("package", packageHash)
        .hex("share", share.encode())
        .json("next", next.toJson())
        .toJson();
  }
}
