package org.softpause.protocol.registry;

import java.util.List;
import org.softpause.frost.FrostException;
import org.softpause.frost.Signature;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Hex;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.DecisionJson;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.JsonString;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.json.StrictJson;

/**
 * A decision and one group signature over its id from each committee of its mandate, in their order
 * (protocol "From proposal to log"). A certificate that exists need not be valid: {@link
 * RegistryState#check} verifies it.
 */
public record Certificate(Eip712Domain domain, Decision decision, List<Signature> signatures) {
  /** The most bytes of a certificate file, far more than the largest certificate needs. */
  public static final int MAX_BYTES = 16_384;

  private static final String TYPE = "softpause-certificate-v1";

  public Certificate {
    signatures = List.copyOf(signatures);
  }

  public Bytes32 id() {
    return decision.id(domain);
  }

  /**
   * Reads the bytes of a file.
   *
   * @throws RuleViolation any rule of {@link StrictJson} or of the decision, {@link
   *     Rule#SIGNATURE_MALFORMED}, {@link Rule#CERTIFICATE_ID_MISMATCH}
   */
  public static Certificate parse(byte[] json) {
    return StrictJson.read(json, MAX_BYTES, Certificate::read);
  }

  /** Codec for {@link ObjectReader#object}. */
  public static Certificate read(ObjectReader in) {
    in.literal("type", TYPE);
    Eip712Domain domain =
        new Eip712Domain(in.number("chainId", 0, Long.MAX_VALUE), in.address("registry"));
    Certificate certificate =
        new Certificate(
            domain,
            in.object("decision", DecisionJson::read),
            in.values("signatures", Certificate::readSignature));
    if (!in.bytes32("id").equals(certificate.id())) {
      throw new RuleViolation(
          Rule.CERTIFICATE_ID_MISMATCH, "the id is not that of the decision: " + certificate.id());
    }
    return certificate;
  }

  static Signature readSignature(String hex) {
    try {
      return Signature.decode(Hex.parse(hex, Signature.LENGTH));
    } catch (FrostException.MalformedEncoding malformed) {
      throw new RuleViolation(
          Rule.SIGNATURE_MALFORMED,
          "a signature is a compressed point and z within 1..n-1",
          malformed);
    }
  }

  public JsonObject toJson() {
    return new ObjectWriter()
        .text("type", TYPE)
        .number("chainId", domain.chainId())
        .address("registry", domain.registry())
        .bytes32("id", id())
        .json("decision", DecisionJson.write(decision))
        .array(
            "signatures", signatures, signature -> new JsonString(Hex.encode(signature.encode())))
        .toJson();
  }
}
