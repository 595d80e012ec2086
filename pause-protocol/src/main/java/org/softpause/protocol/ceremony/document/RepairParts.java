package org.softpause.protocol.ceremony.document;

import java.util.Collections;
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
 * A helper's parts of its split share, each sealed to another helper.
 *
 * @param consents the hash of all consents, so that a part belongs to one set of commitments
 * @param parts by receiver
 */
public record RepairParts(
    Bytes32 ceremony,
    Identifier identifier,
    Bytes32 consents,
    SortedMap<Identifier, SealedShare> parts)
    implements MemberMessage {
  public static final String TYPE = "softpause-repair-parts-v1";

  public RepairParts {
    parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
  }

  static RepairParts read(ObjectReader in) {
    return new RepairParts(
        in.bytes32("ceremony"),
        FrostValues.identifier(in, "identifier"),
        in.bytes32("consents"),
        RoundTwoMessage.readShares(in, "parts"));
  }

  @Override
  public JsonObject toJson() {
    ObjectWriter out =
        MemberMessage.write(TYPE, ceremony, identifier).bytes32("consents", consents);
    RoundTwoMessage.write(out, "parts", parts);
    return out.toJson();
  }
}
