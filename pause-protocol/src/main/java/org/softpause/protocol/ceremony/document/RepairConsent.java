package org.softpause.protocol.ceremony.document;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.softpause.frost.Element;
import org.softpause.frost.FrostException.MalformedEncoding;
import org.softpause.frost.Identifier;
import org.softpause.frost.repair.SplitCommitment;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Hex;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.jose.EncryptionKey;
import org.softpause.protocol.json.FrostValues;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.JsonString;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * A helper's consent to a repair, with its commitment to how it splits its share.
 *
 * @param split the part for each helper, ascending, times G
 * @param encryptionKeys one for each other helper to seal its part to
 */
public record RepairConsent(
    Bytes32 ceremony,
    Identifier identifier,
    SplitCommitment split,
    SortedMap<Identifier, EncryptionKey> encryptionKeys)
    implements MemberMessage {
  public static final String TYPE = "softpause-repair-consent-v1";

  public RepairConsent {
    encryptionKeys = Collections.unmodifiableSortedMap(new TreeMap<>(encryptionKeys));
  }

  static RepairConsent read(ObjectReader in) {
    return new RepairConsent(
        in.bytes32("ceremony"),
        FrostValues.identifier(in, "identifier"),
        split(in.values("split", FrostValues.hex(Element::decode))),
        EncryptionKeys.read(in));
  }

  private static SplitCommitment split(List<Element> parts) {
    try {
      return new SplitCommitment(parts);
    } catch (MalformedEncoding e) {
      throw new RuleViolation(
          Rule.MALFORMED_VALUE, "a split is at least two points, none the identity", e);
    }
  }

  @Override
  public JsonObject toJson() {
    ObjectWriter out =
        MemberMessage.write(TYPE, ceremony, identifier)
            .array("split", split.parts(), part -> new JsonString(Hex.encode(part.encode())));
    EncryptionKeys.write(out, encryptionKeys);
    return out.toJson();
  }
}
