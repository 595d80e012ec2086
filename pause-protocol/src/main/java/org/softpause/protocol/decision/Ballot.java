package org.softpause.protocol.decision;

import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.Uint;
import org.softpause.protocol.json.FrostValues;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * A member's vote on a decision, the payload of a JWS.
 *
 * @param decision its id
 * @param roster of the voter's committee
 * @param epoch of the mandate, a uint32
 * @param at Unix seconds
 */
public record Ballot(
    Bytes32 decision, Bytes32 roster, long epoch, Identifier voter, long at, Choice choice) {
  public static final String TYPE = "softpause-ballot-v1";
  public static final int MAX_REASON = 2_000;

  /** The vote itself. */
  public sealed interface Choice {}

  /** A yes, with the commitment that a signing package may use. */
  public record Approve(NonceCommitment commitment) implements Choice {}

  /** A no. It burns every nonce that the voter has outstanding for the decision. */
  public record Reject(String reason) implements Choice {
    public Reject {
      if (reason.isBlank() || reason.length() > MAX_REASON) {
        throw new RuleViolation(Rule.OUT_OF_RANGE, "a reason has 1 to 2000 characters");
      }
    }
  }

  public Ballot {
    Uint.require(32, "epoch", epoch);
    Uint.require(48, "at", at);
  }

  /** Codec for {@link ObjectReader#read}. */
  public static Ballot read(ObjectReader in) {
    in.literal("type", TYPE);
    return new Ballot(
        in.bytes32("decision"),
        in.bytes32("roster"),
        in.number("epoch", 0, Uint.MAX_32),
        FrostValues.identifier(in, "identifier"),
        in.number("at", 0, Uint.MAX_48),
        readChoice(in));
  }

  private static Choice readChoice(ObjectReader in) {
    return switch (in.text("choice", 16)) {
      case "approve" -> new Approve(in.object("commitment", NonceCommitment::read));
      case "reject" -> new Reject(in.text("reason", MAX_REASON));
      default -> throw new RuleViolation(Rule.MALFORMED_VALUE, "choice is approve or reject");
    };
  }

  public JsonObject toJson() {
    ObjectWriter out =
        new ObjectWriter()
            .text("type", TYPE)
            .bytes32("decision", decision)
            .bytes32("roster", roster)
            .number("epoch", epoch)
            .number("identifier", voter.value())
            .number("at", at);
    return switch (choice) {
      case Approve approve ->
          out.text("choice", "approve").json("commitment", approve.commitment().toJson()).toJson();
      case Reject reject -> out.text("choice", "reject").text("reason", reject.reason()).toJson();
    };
  }
}
