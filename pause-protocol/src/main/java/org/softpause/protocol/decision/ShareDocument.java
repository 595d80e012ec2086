package org.softpause.protocol.decision;

import org.softpause.frost.FrostException;
import org.softpause.frost.Identifier;
import org.softpause.frost.SignatureShare;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Hex;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.Uint;
import org.softpause.protocol.json.FrostValues;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * A member's signature share for one signing package, the payload of a JWS. A bad share is evidence
 * against its sender.
 *
 * @param decision its id
 * @param packageHash {@link PackageHash}
 * @param next the commitment for another session, in case this one fails
 * @param at Unix seconds
 */
public record ShareDocument(
    Bytes32 decision,
    Bytes32 roster,
    Identifier signer,
    Bytes32 packageHash,
    SignatureShare share,
    NonceCommitment next,
    long at) {
  public static final String TYPE = "softpause-share-v1";
  private static final int SHARE_LENGTH = 32;

  public ShareDocument {
    Uint.require(48, "at", at);
  }

  /** Codec for {@link ObjectReader#read}. */
  public static ShareDocument read(ObjectReader in) {
    in.literal("type", TYPE);
    return new ShareDocument(
        in.bytes32("decision"),
        in.bytes32("roster"),
        FrostValues.identifier(in, "identifier"),
        in.bytes32("package"),
        in.value("share", ShareDocument::share),
        in.object("next", NonceCommitment::read),
        in.number("at", 0, Uint.MAX_48));
  }

  private static SignatureShare share(String hex) {
    try {
      return SignatureShare.decode(Hex.parse(hex, SHARE_LENGTH));
    } catch (FrostException.MalformedEncoding malformed) {
      throw new RuleViolation(Rule.SHARE_MALFORMED, "a share is below the group order", malformed);
    }
  }

  public JsonObject toJson() {
    return new ObjectWriter()
        .text("type", TYPE)
        .bytes32("decision", decision)
        .bytes32("roster", roster)
        .number("identifier", signer.value())
        .bytes32("package", packageHash)
        .hex("share", share.encode())
        .json("next", next.toJson())
        .number("at", at)
        .toJson();
  }
}
