package org.softpause.signer.killed;

import static org.softpause.signer.world.Fixtures.DOMAIN;
import static org.softpause.signer.world.Fixtures.NOW;
import static org.softpause.signer.world.Fixtures.hash;

import java.security.SecureRandom;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.softpause.frost.Identifier;
import org.softpause.frost.RoundOne;
import org.softpause.frost.SigningCommitments;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Ballot;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.NonceCommitment;
import org.softpause.protocol.decision.PackageHash;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.decision.ShareDocument;
import org.softpause.protocol.decision.SigningPackageDocument;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.signer.deciding.BallotCaster;
import org.softpause.signer.world.TestCommittee;

/**
 * Two of five members and the service against alice: for one commitment of hers they make as many
 * packages as they like, each with fresh commitments of their own. Two shares would give her key
 * away.
 */
final class HostileCoordinator {
  static final TestCommittee COUNCIL = new TestCommittee(3, new SeededRandom(8));

  private final SecureRandom random;

  HostileCoordinator(SecureRandom random) {
    this.random = random;
  }

  /** A decision that occupies no slot, so that as many as wanted can be approved. */
  static BallotCaster.Subject decision(int number) {
    Renew renew =
        new Renew(
            MandateName.STANDING, 0, NOW + 86_400, NOW, NOW + 3600, hash("decision " + number));
    return new BallotCaster.Subject(renew.id(DOMAIN), renew);
  }

  /** Another package around the same commitment of alice, never the same one. */
  SigningPackageDocument offer(Bytes32 id, Jws alices) {
    List<Jws> sources = List.of(alices, ballot(id, 2), ballot(id, 3));
    SortedMap<Identifier, SigningCommitments> points = new TreeMap<>();
    for (int i = 0; i < sources.size(); i++) {
      points.put(new Identifier(i + 1), commitment(sources.get(i)).commitments());
    }
    Bytes32 roster = COUNCIL.roster().hash();
    Bytes32 hash = PackageHash.of(roster, COUNCIL.roster().groupKey(), id, points);
    return new SigningPackageDocument(id, roster, hash, sources);
  }

  /** What a ballot or a share commits its sender to. */
  static NonceCommitment commitment(Jws source) {
    if (source.unverified().type().equals(ShareDocument.TYPE)) {
      return ObjectReader.read(source.unverified().document(), ShareDocument::read).next();
    }
    Ballot ballot = ObjectReader.read(source.unverified().document(), Ballot::read);
    return ((Ballot.Approve) ballot.choice()).commitment();
  }

  private Jws ballot(Bytes32 id, int member) {
    SigningCommitments fresh =
        RoundOne.commit(COUNCIL.membership(member).key().signingShare(), random).commitments();
    Ballot.Approve approve = new Ballot.Approve(new NonceCommitment(1, fresh));
    Ballot ballot =
        new Ballot(id, COUNCIL.roster().hash(), 0, new Identifier(member), NOW, approve);
    return COUNCIL.identity(member).sign(ballot.toJson());
  }
}
