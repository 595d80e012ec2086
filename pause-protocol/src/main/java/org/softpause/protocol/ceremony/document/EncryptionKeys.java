package org.softpause.protocol.ceremony.document;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.softpause.frost.Identifier;
import org.softpause.protocol.jose.EncryptionKey;
import org.softpause.protocol.json.FrostValues;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/** The JSON of a receiver's encryption keys, one for each sender: [{for, jwk}], ascending. */
final class EncryptionKeys {
  static final String NAME = "encryptionKeys";

  private EncryptionKeys() {}

  static SortedMap<Identifier, EncryptionKey> read(ObjectReader in) {
    return MemberMessage.ascending(NAME, in.objects(NAME, EncryptionKeys::readKey));
  }

  static void write(ObjectWriter out, SortedMap<Identifier, EncryptionKey> keys) {
    out.array(NAME, List.copyOf(keys.entrySet()), EncryptionKeys::json);
  }

  private static Map.Entry<Identifier, EncryptionKey> readKey(ObjectReader in) {
    return Map.entry(FrostValues.identifier(in, "for"), in.object("jwk", EncryptionKey::read));
  }

  private static JsonObject json(Map.Entry<Identifier, EncryptionKey> key) {
    return new ObjectWriter()
        .number("for", key.getKey().value())
        .json("jwk", key.getValue().toJson())
        .toJson();
  }
}
