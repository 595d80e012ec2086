package org.softpause.signer.world;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.softpause.protocol.decision.SigningPackageDocument;
import org.softpause.protocol.jose.Jws;
import org.softpause.signer.deciding.BallotCaster;
import org.softpause.signer.release.ShareRelease;
import org.softpause.signer.state.SignerStore;

/** A member of a committee at a store of its own, who approves, rejects and releases shares. */
public final class TestMember {
  private final TestCommittee committee;
  private final int number;
  private final SignerStore store;
  private final BallotCaster ballots;
  private final ShareRelease shares;

  TestMember(TestCommittee committee, int number, SignerStore store, SecureRandom random) {
    this.committee = committee;
    this.number = number;
    this.store = store;
    this.ballots = new BallotCaster(store, committee.identity(number), random);
    this.shares = new ShareRelease(store, committee.identity(number), random);
  }

  public SignerStore store() {
    return store;
  }

  /** Approves at {@link Fixtures#NOW}, without knowing the registry's state. */
  public Jws approves(BallotCaster.Subject subject) {
    return approves(subject, Fixtures.TIMES);
  }

  public Jws approves(BallotCaster.Subject subject, BallotCaster.Times times) {
    return ballots.approve(committee.membership(number), subject, Optional.empty(), times);
  }

  public Jws rejects(BallotCaster.Subject subject, String reason) {
    return ballots
        .reject(List.of(committee.membership(number)), subject, reason, Fixtures.TIMES)
        .getFirst();
  }

  /** Releases a share in the first epoch. */
  public Jws releases(SigningPackageDocument offer) {
    return releasesInEpoch(0, offer);
  }

  public Jws releasesInEpoch(long epoch, SigningPackageDocument offer) {
    return shares.release(
        committee.membership(number), Fixtures.DOMAIN, epoch, offer, Fixtures.NOW);
  }
}
