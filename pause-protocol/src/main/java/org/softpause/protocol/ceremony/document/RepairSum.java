package org.softpause.protocol.ceremony.document;

import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.jose.SealedShare;
import org.softpause.protocol.json.FrostValues;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;

/**
 * The sum of the parts that a helper has, sealed to the member whose share is lost.
 *
 * @param transcript the hash of all consents and parts
 */
public record RepairSum(
    Bytes32 ceremony, Identifier identifier, Bytes32 transcript, SealedShare sum)
    implements MemberMessage {
  public static final String TYPE = "softpause-repair-sum-v1";

  static RepairSum read(ObjectReader in) {
    return new RepairSum(
        in.bytes32("ceremony"),
        FrostValues.identifier(in, "identifier"),
        in.bytes32("transcript"),
        in.value("jwe", SealedShare::parse));
  }

  @Override
  public JsonObject toJson() {
    return MemberMessage.write(TYPE, ceremony, identifier)
        .bytes32("transcript", transcript)
        .text("jwe", sum.compact())
        .toJson();
  }
}
