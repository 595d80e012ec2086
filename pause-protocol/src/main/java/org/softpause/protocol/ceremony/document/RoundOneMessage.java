package org.softpause.protocol.ceremony.document;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.softpause.frost.Element;
import org.softpause.frost.FrostException.MalformedEncoding;
import org.softpause.frost.Identifier;
import org.softpause.frost.Scalar;
import org.softpause.frost.dkg.PolynomialCommitment;
import org.softpause.frost.dkg.ProofOfPossession;
import org.softpause.frost.dkg.RoundOnePackage;
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
 * A participant's message of round one: a dealer's commitment, a receiver's encryption keys.
 *
 * @param published a dealer's commitment to its polynomial, with the proof
 * @param encryptionKeys a receiver's keys, one for each dealer to seal its share to: publishing one
 *     in a {@link Complaint} opens the share of that dealer and no other's
 */
public record RoundOneMessage(
    Bytes32 ceremony,
    Identifier identifier,
    Optional<RoundOnePackage> published,
    SortedMap<Identifier, EncryptionKey> encryptionKeys)
    implements MemberMessage {
  public static final String TYPE = "softpause-round-one-v1";

  public RoundOneMessage {
    encryptionKeys = Collections.unmodifiableSortedMap(new TreeMap<>(encryptionKeys));
  }

  /** Codec for {@link ObjectReader#read}. */
  public static RoundOneMessage read(ObjectReader in) {
    return new RoundOneMessage(
        in.bytes32("ceremony"),
        FrostValues.identifier(in, "identifier"),
        in.has("commitments") || in.has("proof")
            ? Optional.of(readPublished(in))
            : Optional.empty(),
        in.has("encryptionKeys") ? readKeys(in) : Collections.emptySortedMap());
  }

  private static SortedMap<Identifier, EncryptionKey> readKeys(ObjectReader in) {
    SortedMap<Identifier, EncryptionKey> keys = EncryptionKeys.read(in);
    if (keys.isEmpty()) {
      throw new RuleViolation(
          Rule.MISSING_MEMBER, "encryptionKeys must be left out when it is empty");
    }
    return keys;
  }

  private static RoundOnePackage readPublished(ObjectReader in) {
    return new RoundOnePackage(
        commitment(in.values("commitments", FrostValues.hex(Element::decode))),
        in.object("proof", RoundOneMessage::readProof));
  }

  private static PolynomialCommitment commitment(List<Element> coefficients) {
    try {
      return new PolynomialCommitment(coefficients);
    } catch (MalformedEncoding e) {
      throw new RuleViolation(
          Rule.MALFORMED_VALUE, "commitments must be at least two points, none the identity", e);
    }
  }

  private static ProofOfPossession readProof(ObjectReader in) {
    return new ProofOfPossession(
        in.value("r", FrostValues.hex(Element::decode)),
        in.value("z", FrostValues.hex(Scalar::decodeNonZero)));
  }

  @Override
  public JsonObject toJson() {
    ObjectWriter out = MemberMessage.write(TYPE, ceremony, identifier);
    published.ifPresent(dealt -> write(out, dealt));
    if (!encryptionKeys.isEmpty()) {
      EncryptionKeys.write(out, encryptionKeys);
    }
    return out.toJson();
  }

  private static void write(ObjectWriter out, RoundOnePackage published) {
    ProofOfPossession proof = published.proof();
    out.array("commitments", published.commitment().coefficients(), RoundOneMessage::hex)
        .json(
            "proof",
            new ObjectWriter()
                .hex("r", proof.commitment().encode())
                .hex("z", proof.response().encode())
                .toJson());
  }

  private static JsonString hex(Element element) {
    return new JsonString(Hex.encode(element.encode()));
  }
}
