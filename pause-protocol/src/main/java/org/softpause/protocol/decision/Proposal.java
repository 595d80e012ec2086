package org.softpause.protocol.decision;

import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.Uint;
import org.softpause.protocol.json.FrostValues;
import org.softpause.protocol.json.JsonInteger;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * The document by which a signatory puts a decision before its committees, the payload of a JWS.
 *
 * @param roster of the proposer's committee
 * @param proposer the proposer's identifier in that roster
 */
public record Proposal(
    Eip712Domain domain, Bytes32 roster, Identifier proposer, Decision decision) {
  public static final String TYPE = "softpause-proposal-v1";

  /** Codec for {@link ObjectReader#read}. */
  public static Proposal read(ObjectReader in) {
    in.literal("type", TYPE);
    Proposal proposal =
        new Proposal(
            new Eip712Domain(in.number("chainId", 0, JsonInteger.MAX), in.address("registry")),
            in.bytes32("roster"),
            FrostValues.identifier(in, "identifier"),
            in.object("decision", DecisionJson::read));
    if (in.number("epoch", 0, Uint.MAX_32) != proposal.decision.epoch()) {
      throw new RuleViolation(Rule.WRONG_EPOCH, "the epoch is not that of the decision");
    }
    return proposal;
  }

  /** The id of the decision proposed. */
  public Bytes32 id() {
    return decision.id(domain);
  }

  public JsonObject toJson() {
    return new ObjectWriter()
        .text("type", TYPE)
        .number("chainId", domain.chainId())
        .address("registry", domain.registry())
        .bytes32("roster", roster)
        .number("epoch", decision.epoch())
        .number("identifier", proposer.value())
        .json("decision", DecisionJson.write(decision))
        .toJson();
  }
}
