package org.softpause.signer.killed;

import static org.softpause.signer.world.Fixtures.DOMAIN;
import static org.softpause.signer.world.Fixtures.NOW;
import static org.softpause.signer.world.Fixtures.hash;

import java.security.SecureRandom;
import java.util.List;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.decision.SigningPackageDocument;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.jose.Jws;
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
    return COUNCIL.offer(id, List.of(alices, ballot(id, 2), ballot(id, 3)));
  }

  private Jws ballot(Bytes32 id, int member) {
    return COUNCIL.ballot(member, id, 0, COUNCIL.approval(member, 1, random));
  }
}
