package org.softpause.protocol.committee;

import org.softpause.frost.Identifier;
import org.softpause.frost.SignatureShare;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;

/**
 * A member's signature share for the proof of possession.
 *
 * @param packageHash {@link PossessionPackage#hash}
 */
public record PossessionShare(
    Bytes32 ceremony, Identifier identifier, Bytes32 packageHash, SignatureShare share)
    implements MemberMessage {
  public static final String TYPE = "softpause-possession-share-v1";

  static PossessionShare read(ObjectReader in) {
    return new PossessionShare(
        in.bytes32("ceremony"),
        MemberMessage.readIdentifier(in, "identifier"),
        in.bytes32("package"),
        in.value("share", FrostHex.as(SignatureShare::decode)));
  }

  @Override
  public JsonObject toJson() {
    return MemberMessage.write(TYPE, ceremony, identifier)
        .bytes32("package", packageHash)
        .hex("share", share.encode())
        .toJson();
  }
}
