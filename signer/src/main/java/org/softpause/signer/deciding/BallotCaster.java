package org.softpause.signer.deciding;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.softpause.frost.RoundOne;
import org.softpause.frost.SigningNonces;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Ballot;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.NonceCommitment;
import org.softpause.protocol.jose.Identity;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.signer.state.BallotChoice;
import org.softpause.signer.state.BallotRecord;
import org.softpause.signer.state.Membership;
import org.softpause.signer.state.NonceLedger;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.state.SignerStore;
import org.softpause.signer.state.SignerStore.Step;

/** Makes this signer's ballots. Each is stored before it is returned, and is made only once. */
public final class BallotCaster {
  private final SignerStore store;
  private final Identity identity;
  private final SecureRandom random;

  public BallotCaster(SignerStore store, Identity identity, SecureRandom random) {
    this.store = store;
    this.identity = identity;
    this.random = random;
  }

  /**
   * The time at which a ballot is cast: this machine's clock, and the earlier of it and the chain's
   * time.
   */
  public record Times(long clock, long now) {}

  /** A decision with the id that was computed here from its fields. */
  public record Subject(Bytes32 id, Decision decision) {}

  /**
   * Approves with a fresh commitment, or returns the same bytes if the decision was approved
   * before.
   *
   * @throws RuleViolation DECISION_REJECTED_BEFORE or a rule of {@link ApprovalRules}
   */
  public Jws approve(
      Membership membership, Subject subject, Optional<RegistryState> registry, Times times) {
    return store.commit(
        record -> {
          Optional<BallotRecord> earlier =
              record.latestBallot(subject.id(), membership.rosterHash());
          if (earlier.isPresent()) {
            return new Step<>(record, requireApproval(earlier.get()));
          }
          new ApprovalRules(record, registry, times.now())
              .check(subject.id(), subject.decision(), times.clock());
          return cast(record, membership, subject, times);
        });
  }

  /**
   * Checks whether {@link #approve} would succeed now, and changes nothing.
   *
   * @throws RuleViolation as {@link #approve}
   */
  public void check(Subject subject, Optional<RegistryState> registry, Times times) {
    new ApprovalRules(store.read(), registry, times.now())
        .check(subject.id(), subject.decision(), times.clock());
  }

  private Step<Jws> cast(SignerState record, Membership membership, Subject subject, Times times) {
    SigningNonces nonces = RoundOne.commit(membership.key().signingShare(), random);
    NonceLedger ledger = record.ledger();
    NonceCommitment commitment = new NonceCommitment(ledger.nextNumber(), nonces.commitments());
    Jws ballot = sign(membership, subject, new Ballot.Approve(commitment), times);
    BallotRecord ballotRecord = ballotRecord(membership, subject, BallotChoice.APPROVE, ballot);
    return new Step<>(
        record.withBallot(
            ballotRecord, ledger.issue(subject.id(), membership.rosterHash(), nonces)),
        ballot);
  }

  /**
   * Rejects in all these committees by one write, which burns every nonce outstanding there. Where
   * the decision was rejected before, the same bytes are returned.
   */
  public List<Jws> reject(
      List<Membership> memberships, Subject subject, String reason, Times times) {
    return store.commit(
        record -> {
          SignerState after = record;
          List<Jws> ballots = new ArrayList<>();
          for (Membership membership : memberships) {
            Step<Jws> step = reject(after, membership, subject, reason, times);
            after = step.after();
            ballots.add(step.result());
          }
          return new Step<>(after, ballots);
        });
  }

  private Step<Jws> reject(
      SignerState record, Membership membership, Subject subject, String reason, Times times) {
    Optional<BallotRecord> earlier =
        record
            .latestBallot(subject.id(), membership.rosterHash())
            .filter(ballotRecord -> ballotRecord.choice() == BallotChoice.REJECT);
    if (earlier.isPresent()) {
      return new Step<>(record, earlier.get().ballot());
    }
    Jws ballot = sign(membership, subject, new Ballot.Reject(reason), times);
    NonceLedger after = record.ledger().burnAll(subject.id(), membership.rosterHash());
    BallotRecord ballotRecord = ballotRecord(membership, subject, BallotChoice.REJECT, ballot);
    return new Step<>(record.withBallot(ballotRecord, after), ballot);
  }

  private static Jws requireApproval(BallotRecord ballotRecord) {
    if (ballotRecord.choice() == BallotChoice.REJECT) {
      throw new RuleViolation(
          Rule.DECISION_REJECTED_BEFORE,
          ballotRecord.id() + " was rejected here, and a rejection is final");
    }
    return ballotRecord.ballot();
  }

  private Jws sign(Membership membership, Subject subject, Ballot.Choice choice, Times times) {
    return identity.sign(
        new Ballot(
                subject.id(),
                membership.rosterHash(),
                subject.decision().epoch(),
                membership.self(),
                times.clock(),
                choice)
            .toJson());
  }

  private static BallotRecord ballotRecord(
      Membership membership, Subject subject, BallotChoice choice, Jws ballot) {
    return new BallotRecord(
        subject.id(), membership.rosterHash(), choice, subject.decision(), ballot);
  }
}
