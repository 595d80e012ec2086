package org.softpause.protocol.ceremony;

import java.util.List;
import java.util.SortedMap;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.ceremony.document.RoundOneMessage;
import org.softpause.protocol.ceremony.document.RoundTwoMessage;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.JsonArray;
import org.softpause.protocol.json.ObjectWriter;

/**
 * The hashes that participants sign to confirm that all saw the same messages. They cover payloads
 * in order of identifiers, not signatures.
 */
final class TranscriptHash {
  private TranscriptHash() {}

  /** SHA-256 of the canonical JSON array of all round-one payloads. */
  static Bytes32 roundOne(SortedMap<Identifier, RoundOneMessage> roundOne) {
    return CanonicalJson.hash(
        new JsonArray(
            List.copyOf(roundOne.values().stream().map(RoundOneMessage::toJson).toList())));
  }

  /** SHA-256 of the canonical JSON of {"ceremony","roundOne":[…],"roundTwo":[…]}. */
  static Bytes32 of(
      Bytes32 ceremony,
      SortedMap<Identifier, RoundOneMessage> roundOne,
      SortedMap<Identifier, RoundTwoMessage> roundTwo) {
    return CanonicalJson.hash(
        new ObjectWriter()
            .bytes32("ceremony", ceremony)
            .array("roundOne", List.copyOf(roundOne.values()), RoundOneMessage::toJson)
            .array("roundTwo", List.copyOf(roundTwo.values()), RoundTwoMessage::toJson)
            .toJson());
  }
}
