package org.softpause.protocol.ceremony.document;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.jose.SealedShare;
import org.softpause.protocol.json.FrostValues;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * A dealer's message of round two: its shares, each sealed to its receiver.
 *
 * @param roundOne the hash that all members confirmed
 * @param shares by receiver
 */
public record RoundTwoMessage(
    Bytes32 ceremony,
    Identifier identifier,
    Bytes32 roundOne,
    SortedMap<Identifier, SealedShare> shares)
    implements MemberMessage {
  public static final String TYPE = "softpause-round-two-v1";

  public RoundTwoMessage {
    shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
  }

  static RoundTwoMessage read(ObjectReader in) {
    return new RoundTwoMessage(
        in.bytes32("ceremony"),
        FrostValues.identifier(in, "identifier"),
        in.bytes32("roundOne"),
        readShares(in, "shares"));
  }

  static SortedMap<Identifier, SealedShare> readShares(ObjectReader in, String name) {
    return MemberMessage.ascending(name, in.objects(name, RoundTwoMessage::readShare));
  }

  @Override
  public JsonObject toJson() {
    ObjectWriter out =
        MemberMessage.write(TYPE, ceremony, identifier).bytes32("roundOne", roundOne);
    write(out, "shares", shares);
    return out.toJson();
  }

  static void write(ObjectWriter out, String name, SortedMap<Identifier, SealedShare> shares) {
    out.array(name, List.copyOf(shares.entrySet()), RoundTwoMessage::shareJson);
  }

  private static Map.Entry<Identifier, SealedShare> readShare(ObjectReader in) {
    return Map.entry(FrostValues.identifier(in, "to"), in.value("jwe", SealedShare::parse));
  }

  private static JsonObject shareJson(Map.Entry<Identifier, SealedShare> share) {
    return new ObjectWriter()
        .number("to", share.getKey().value())
        .text("jwe", share.getValue().compact())
        .toJson();
  }
}
