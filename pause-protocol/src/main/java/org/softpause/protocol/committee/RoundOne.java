package org.softpause.protocol.committee;

import java.util.List;
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
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.JsonText;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/** A member's commitment to its polynomial, the proof, and the key to seal its shares to. */
public record RoundOne(
    Bytes32 ceremony, Identifier identifier, RoundOnePackage published, EncryptionKey encryptionKey)
    implements MemberMessage {
  public static final String TYPE = "softpause-round-one-v1";

  static RoundOne read(ObjectReader in) {
    return new RoundOne(
        in.bytes32("ceremony"),
        MemberMessage.readIdentifier(in, "identifier"),
        new RoundOnePackage(
            commitment(in.values("commitments", FrostHex.as(Element::decode))),
            in.object("proof", RoundOne::readProof)),
        in.object("encryptionKey", EncryptionKey::read));
  }

  private static PolynomialCommitment commitment(List<Element> coefficients) {
    try {
      return new PolynomialCommitment(coefficients);
    } catch (MalformedEncoding e) {
      throw new RuleViolation(
          Rule.MALFORMED_VALUE, "commitments: at least two, none the identity", e);
    }
  }

  private static ProofOfPossession readProof(ObjectReader in) {
    return new ProofOfPossession(
        in.value("r", FrostHex.as(Element::decode)),
        in.value("z", FrostHex.as(Scalar::decodeNonZero)));
  }

  @Override
  public JsonObject toJson() {
    ProofOfPossession proof = published.proof();
    return MemberMessage.write(TYPE, ceremony, identifier)
        .array("commitments", published.commitment().coefficients(), RoundOne::hex)
        .json(
            "proof",
            new ObjectWriter()
                .hex("r", proof.commitment().encode())
                .hex("z", proof.response().encode())
                .toJson())
        .json("encryptionKey", encryptionKey.toJson())
        .toJson();
  }

  private static JsonText hex(Element element) {
    return new JsonText(Hex.encode(element.encode()));
  }
}
