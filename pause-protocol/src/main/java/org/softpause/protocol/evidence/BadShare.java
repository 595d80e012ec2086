package org.softpause.protocol.evidence;

import java.util.List;
import java.util.OptionalLong;
import org.softpause.frost.FrostException;
import org.softpause.frost.roast.InvalidShare;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.committee.Member;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.ShareDocument;
import org.softpause.protocol.decision.SigningPackageDocument;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;

/**
 * Evidence that a member signed an invalid signature share: the signing package with every signer's
 * signed commitment, and the share, signed by its sender. It convinces anyone who knows the roster,
 * and nobody can forge it against an honest member.
 */
public record BadShare(SigningPackageDocument offer, Jws share) {
  public static final String TYPE = "softpause-bad-share-v1";

  /**
   * Verifies the evidence from its documents alone.
   *
   * @return who sent it
   * @throws RuleViolation {@link Rule#BLAME_UNFOUNDED} if the share is what its sender owes, or
   *     what is wrong with the documents
   */
  public Member check(Roster roster) {
    VerifiedCommitments commitments = VerifiedCommitments.of(offer, roster, OptionalLong.empty());
    commitments.requireHash(offer, roster);
    Member sender = sender(roster);
    ShareDocument document =
        share.verify(sender.identity()).read(ShareDocument.TYPE, ShareDocument::read);
    requireForThePackage(document, sender, commitments);
    try {
      new InvalidShare(
              sender.identifier(), commitments.signingPackage(offer.decision()), document.share())
          .check(roster.publicKeys());
    } catch (FrostException.UnfoundedBlame unfounded) {
      throw new RuleViolation(
          Rule.BLAME_UNFOUNDED, "member " + sender + " signed a valid share", unfounded);
    }
    return sender;
  }

  private Member sender(Roster roster) {
    return roster
        .memberWithKey(share.kid())
        .orElseThrow(
            () ->
                new RuleViolation(
                    Rule.NOT_A_MEMBER,
                    "key " + share.kid() + " belongs to no member of the roster"));
  }

  private void requireForThePackage(
      ShareDocument document, Member sender, VerifiedCommitments commitments) {
    List<Bytes32> said = List.of(document.decision(), document.roster(), document.packageHash());
    boolean same = said.equals(List.of(offer.decision(), offer.roster(), offer.packageHash()));
    boolean asked = commitments.byMember().containsKey(sender.identifier());
    if (!same || !asked || !document.signer().equals(sender.identifier())) {
      throw new RuleViolation(Rule.BLAME_UNFOUNDED, "the share is for another package");
    }
  }

  /** Codec for {@link ObjectReader#read}. */
  public static BadShare read(ObjectReader in) {
    in.literal("type", TYPE);
    return new BadShare(
        in.object("package", SigningPackageDocument::read), in.value("share", Jws::parse));
  }

  public JsonObject toJson() {
    return new ObjectWriter()
        .text("type", TYPE)
        .json("package", offer.toJson())
        .text("share", share.compact())
        .toJson();
  }
}
