package org.softpause.signer.release;

import java.util.SortedMap;
import java.util.TreeMap;
import org.softpause.frost.Identifier;
import org.softpause.frost.SigningCommitments;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.committee.Member;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.Ballot;
import org.softpause.protocol.decision.NonceCommitment;
import org.softpause.protocol.decision.ShareDocument;
import org.softpause.protocol.decision.SigningPackageDocument;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.jose.Payload;
import org.softpause.protocol.json.ObjectReader;

/**
 * The commitments of a signing package, each read from a document that its member signed for this
 * decision, roster and epoch. Nothing that the service added or altered gets through.
 */
record Commitments(SortedMap<Identifier, NonceCommitment> byMember) {
  static Commitments of(
      SigningPackageDocument offer, Roster roster, Bytes32 rosterHash, long epoch) {
    Reader reader = new Reader(offer.decision(), roster, rosterHash, epoch);
    TreeMap<Identifier, NonceCommitment> all = new TreeMap<>();
    for (Jws source : offer.sources()) {
      Member member = reader.member(source);
      if (all.put(member.identifier(), reader.commitment(source, member)) != null) {
        throw malformed("two commitments of member " + member);
      }
    }
    if (all.size() < roster.minSigners()) {
      throw malformed(all.size() + " signers, needed are " + roster.minSigners());
    }
    return new Commitments(all);
  }

  SortedMap<Identifier, SigningCommitments> points() {
    TreeMap<Identifier, SigningCommitments> points = new TreeMap<>();
    byMember.forEach((member, commitment) -> points.put(member, commitment.commitments()));
    return points;
  }

  private static RuleViolation malformed(String detail) {
    return new RuleViolation(Rule.SIGNING_PACKAGE_MALFORMED, detail);
  }

  private record Reader(Bytes32 id, Roster roster, Bytes32 rosterHash, long epoch) {
    Member member(Jws source) {
      return roster
          .memberWithKey(source.kid())
          .orElseThrow(
              () ->
                  new RuleViolation(
                      Rule.NOT_A_MEMBER, "key " + source.kid() + " is none of the roster's"));
    }

    NonceCommitment commitment(Jws source, Member member) {
      Payload payload = source.verify(member.identity());
      return switch (payload.type()) {
        case Ballot.TYPE -> ofBallot(ObjectReader.read(payload.document(), Ballot::read), member);
        case ShareDocument.TYPE ->
            ofShare(ObjectReader.read(payload.document(), ShareDocument::read), member);
        default ->
            throw new RuleViolation(
                Rule.DOCUMENT_TYPE_REFUSED, "no commitment is taken from a " + payload.type());
      };
    }

    private NonceCommitment ofBallot(Ballot ballot, Member member) {
      requireForThis(ballot.decision(), ballot.roster(), ballot.voter(), member);
      if (ballot.epoch() != epoch) {
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
