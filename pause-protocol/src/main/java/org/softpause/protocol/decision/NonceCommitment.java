package org.softpause.protocol.decision;

import org.softpause.frost.Element;
import org.softpause.frost.FrostException;
import org.softpause.frost.SigningCommitments;
import org.softpause.protocol.Hex;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.Uint;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * A signer's numbered commitment to one pair of nonces, as signed documents hold it.
 *
 * @param number rises with every commitment of this signer for this decision and roster
 */
public record NonceCommitment(long number, SigningCommitments commitments) {

  public NonceCommitment {
    if (number < 0 || number > Uint.MAX_32) {
      throw new RuleViolation(Rule.OUT_OF_RANGE, "a commitment's number is a uint32");
    }
  }

  /** Codec for {@link ObjectReader#object}. */
  public static NonceCommitment read(ObjectReader in) {
    return new NonceCommitment(
        in.number("number", 0, Uint.MAX_32),
        new SigningCommitments(
            in.value("hiding", NonceCommitment::element),
            in.value("binding", NonceCommitment::element)));
  }

  private static Element element(String hex) {
    try {
      return Element.decode(Hex.parse(hex, Element.LENGTH));
    } catch (FrostException.MalformedEncoding malformed) {
      throw new RuleViolation(
          Rule.COMMITMENT_MALFORMED, "a commitment is a compressed point of secp256k1", malformed);
    }
  }

  public JsonObject toJson() {
    return new ObjectWriter()
        .number("number", number)
        .hex("hiding", commitments.hiding().encode())
        .hex("binding", commitments.binding().encode())
        .toJson();
  }
}
