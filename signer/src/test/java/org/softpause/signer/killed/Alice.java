package org.softpause.signer.killed;

import static org.softpause.signer.killed.HostileCoordinator.COUNCIL;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.SigningPackageDocument;
import org.softpause.protocol.jose.Jws;
import org.softpause.signer.deciding.BallotCaster;
import org.softpause.signer.state.BallotRecord;
import org.softpause.signer.state.FinishedShare;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.state.SignerStore;
import org.softpause.signer.world.TestCommittee;
import org.softpause.signer.world.TestMember;

/** A signer in the hands of the hostile coordinator: every commitment is asked about twice. */
final class Alice {
  private static final int LATEST = 3;

  private final TestMember member;
  private final HostileCoordinator hostile;
  private final Consumer<Left> out;

  /** A share that left, and the number of the commitment that made it. */
  record Left(long number, Jws share) {}

  Alice(SignerStore store, SecureRandom random, Consumer<Left> out) {
    this.member = COUNCIL.member(1, store, random);
    this.hostile = new HostileCoordinator(random);
    this.out = out;
  }

  /**
   * Approves, and is asked for a share by two packages, and by two more for its next commitment.
   */
  void decide(int number) {
    BallotCaster.Subject subject = HostileCoordinator.decision(number);
    Optional<Jws> share = press(subject, member.approves(subject));
    share.ifPresent(first -> press(subject, first));
  }

  /** Asks again, with other packages, about what she was last asked for. */
  void pressLatest() {
    SignerState before = member.store().read();
    latest(before.ballots())
        .forEach(ballotRecord -> press(subject(ballotRecord), ballotRecord.ballot()));
    for (FinishedShare share : latest(before.ledger().shares())) {
      before.ballots().stream()
          .filter(ballotRecord -> ballotRecord.id().equals(share.subject()))
          .forEach(ballotRecord -> press(subject(ballotRecord), share.message()));
    }
  }

  private static <T> List<T> latest(List<T> all) {
    return all.subList(Math.max(0, all.size() - LATEST), all.size());
  }

  private static BallotCaster.Subject subject(BallotRecord ballotRecord) {
    return new BallotCaster.Subject(ballotRecord.id(), ballotRecord.decision());
  }

  private Optional<Jws> press(BallotCaster.Subject subject, Jws source) {
    Optional<Jws> first = ask(source, hostile.offer(subject.id(), source));
    Optional<Jws> second = ask(source, hostile.offer(subject.id(), source));
    return first.or(() -> second);
  }

  private Optional<Jws> ask(Jws source, SigningPackageDocument offer) {
    try {
      Jws share = member.releases(offer);
      out.accept(new Left(TestCommittee.commitment(source).number(), share));
      return Optional.of(share);
    } catch (RuleViolation refused) {
      if (refused.rule() != Rule.COMMITMENT_BURNED && refused.rule() != Rule.SESSIONS_EXHAUSTED) {
        throw refused;
      }
      return Optional.empty();
    }
  }
}
