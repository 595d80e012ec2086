package org.softpause.auditor.token;

import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.jose.PublicIdentity;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.json.StrictJson;
import org.softpause.protocol.token.Attestation;
import org.softpause.protocol.token.Token;
import org.softpause.protocol.token.TokenVerifier;

/**
 * A checked proof that the holder of a key signed two tokens that cannot both be true.
 *
 * @param what the contradiction, in one sentence
 */
public record EquivocationProof(PublicIdentity key, String first, String second, String what) {
  private static final String TYPE = "softpause-equivocation-v1";

  /** The most bytes of a proof: two tokens and a key. */
  public static final int MAX_BYTES = 2 * Token.MAX_LENGTH + 4_096;

  /**
   * Makes the proof if the tokens contradict each other.
   *
   * @param key the service's public key; its owner must be known from elsewhere
   * @throws RuleViolation {@link Rule#TOKEN_NO_CONTRADICTION}, or the rule by which one of them is
   *     not a token of this key
   */
  public static EquivocationProof of(PublicIdentity key, String first, String second) {
    Attestation one = attestation(key, first, "the first token");
    Attestation other = attestation(key, second, "the second token");
    String what =
        TokenContradiction.between(one, other)
            .orElseThrow(
                () ->
                    new RuleViolation(
                        Rule.TOKEN_NO_CONTRADICTION,
                        "both tokens may be true: " + about(one, other)));
    return new EquivocationProof(key, first, second, what);
  }

  private static String about(Attestation one, Attestation other) {
    return one.domain().equals(other.domain())
        ? "they end after " + one.sequence() + " and " + other.sequence() + " entries"
        : "they are for different registries";
  }

  private static Attestation attestation(PublicIdentity key, String token, String which) {
    try {
      return TokenVerifier.evidence(token, key).attestation();
    } catch (RuleViolation refused) {
      throw refused.at(which);
    }
  }

  /**
   * Reads a proof from a file and checks all of it again.
   *
   * @throws RuleViolation as {@link #of}, or any rule of {@link StrictJson}
   */
  public static EquivocationProof parse(byte[] json) {
    return StrictJson.read(json, MAX_BYTES, EquivocationProof::read);
  }

  private static EquivocationProof read(ObjectReader in) {
    in.literal("type", TYPE);
    return of(
        in.object("key", PublicIdentity::read),
        in.text("first", Token.MAX_LENGTH),
        in.text("second", Token.MAX_LENGTH));
  }

  public JsonObject toJson() {
    return new ObjectWriter()
        .text("type", TYPE)
        .json("key", key.toJson())
        .text("first", first)
        .text("second", second)
        .toJson();
  }
}
