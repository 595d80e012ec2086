package org.softpause.protocol.evidence;

import java.util.Collections;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.softpause.frost.Identifier;
import org.softpause.frost.SigningCommitments;
import org.softpause.frost.SigningPackage;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.committee.Member;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.Ballot;
import org.softpause.protocol.decision.NonceCommitment;
import org.softpause.protocol.decision.PackageHash;
import org.softpause.protocol.decision.ShareDocument;
import org.softpause.protocol.decision.SigningPackageDocument;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.jose.JwsPayload;
import org.softpause.protocol.json.ObjectReader;

/**
 * The nonce commitments of a signing package, each verified to be in a document that its signer
 * signed for this decision, roster and epoch. The service cannot add or alter any.
 */
public record VerifiedCommitments(SortedMap<Identifier, NonceCommitment> byMember) {
  public VerifiedCommitments {
    byMember = Collections.unmodifiableSortedMap(new TreeMap<>(byMember));
  }

  /**
   * Reads every source and verifies its signature.
   *
   * @param epoch the epoch that ballots must name; empty where only the roster is known
   * @throws RuleViolation {@link Rule#WRONG_ROSTER}, {@link Rule#NOT_A_MEMBER}, {@link
   *     Rule#SIGNING_PACKAGE_MALFORMED} or what a member's document breaks
   */
  public static VerifiedCommitments of(
      SigningPackageDocument offer, Roster roster, OptionalLong epoch) {
    if (!offer.roster().equals(roster.hash())) {
      throw new RuleViolation(Rule.WRONG_ROSTER, "the package is for roster " + offer.roster());
    }
    Reader reader = new Reader(offer.decision(), roster, offer.roster(), epoch);
    TreeMap<Identifier, NonceCommitment> all = new TreeMap<>();
    for (Jws source : offer.sources()) {
      Member member = reader.member(source);
      if (all.put(member.identifier(), reader.commitment(source, member)) != null) {
        throw malformed("two commitments of member " + member);
      }
    }
    if (all.size() < roster.minSigners()) {
      throw malformed(all.size() + " signers are too few, needed are " + roster.minSigners());
    }
    return new VerifiedCommitments(all);
  }

  /**
   * Returns if the hash that the package claims follows from these commitments.
   *
   * @throws RuleViolation {@link Rule#PACKAGE_HASH_MISMATCH}
   */
  public void requireHash(SigningPackageDocument offer, Roster roster) {
    Bytes32 computed =
        PackageHash.of(offer.roster(), roster.groupKey(), offer.decision(), points());
    if (!computed.equals(offer.packageHash())) {
      throw new RuleViolation(
          Rule.PACKAGE_HASH_MISMATCH, "the members' commitments give " + computed);
    }
  }

  /** The commitments that the package hash covers. */
  public SortedMap<Identifier, SigningCommitments> points() {
    TreeMap<Identifier, SigningCommitments> points = new TreeMap<>();
    byMember.forEach((member, commitment) -> points.put(member, commitment.commitments()));
    return points;
  }

  /** The FROST signing package, for signing a share or verifying one. */
  public SigningPackage signingPackage(Bytes32 decision) {
    return SigningPackage.of(points(), decision.bytes());
  }

  private static RuleViolation malformed(String detail) {
    return new RuleViolation(Rule.SIGNING_PACKAGE_MALFORMED, detail);
  }

  private record Reader(Bytes32 id, Roster roster, Bytes32 rosterHash, OptionalLong epoch) {
    Member member(Jws source) {
      return roster
          .memberWithKey(source.kid())
          .orElseThrow(
              () ->
                  new RuleViolation(
                      Rule.NOT_A_MEMBER,
                      "key " + source.kid() + " belongs to no member of the roster"));
    }

    NonceCommitment commitment(Jws source, Member member) {
      JwsPayload payload = source.verify(member.identity());
      return switch (payload.type()) {
        case Ballot.TYPE -> ofBallot(ObjectReader.read(payload.document(), Ballot::read), member);
        case ShareDocument.TYPE ->
            ofShare(ObjectReader.read(payload.document(), ShareDocument::read), member);
        default ->
            throw new RuleViolation(
                Rule.DOCUMENT_TYPE_REFUSED, "commitments are not taken from a " + payload.type());
      };
    }

    private NonceCommitment ofBallot(Ballot ballot, Member member) {
      requireForThis(ballot.decision(), ballot.roster(), ballot.voter(), member);
      if (epoch.isPresent() && ballot.epoch() != epoch.getAsLong()) {
        throw new RuleViolation(
            Rule.WRONG_EPOCH, "member " + member + " voted in epoch " + ballot.epoch());
      }
      if (ballot.choice() instanceof Ballot.Approve approve) {
        return approve.commitment();
      }
      throw malformed("member " + member + " rejected");
    }

    private NonceCommitment ofShare(ShareDocument share, Member member) {
      requireForThis(share.decision(), share.roster(), share.signer(), member);
      return share.next();
    }

    private void requireForThis(
        Bytes32 decision, Bytes32 ofRoster, Identifier sender, Member member) {
      if (!decision.equals(id)) {
        throw malformed("member " + member + " committed for decision " + decision);
      }
      if (!ofRoster.equals(rosterHash)) {
        throw new RuleViolation(
            Rule.WRONG_ROSTER, "member " + member + " committed for roster " + ofRoster);
      }
      if (!sender.equals(member.identifier())) {
        throw malformed("member " + member + " signed as " + sender.value());
      }
    }
  }
}
