package org.softpause.signer.release;

import java.util.OptionalLong;
import org.softpause.frost.SigningPackage;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.decision.NonceCommitment;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.SigningPackageDocument;
import org.softpause.protocol.evidence.VerifiedCommitments;
import org.softpause.signer.state.BallotChoice;
import org.softpause.signer.state.BallotRecord;
import org.softpause.signer.state.Membership;
import org.softpause.signer.state.Nonce;
import org.softpause.signer.state.SeatStatus;
import org.softpause.signer.state.SignerState;

/**
 * The conditions under which a signature share may leave this machine (protocol "Signatures"), one
 * by one. They are judged by this signer's own durable state and the members' signatures; nothing
 * that the service says counts.
 *
 * @param domain of the registry that check-deployment pinned
 * @param epoch of the mandate, by the newest log verified here; the registry's may be higher
 */
record ReleaseConditions(
    SignerState record, Membership membership, Eip712Domain domain, long epoch) {

  /** A signing package that may be signed, and the nonce to sign it with. */
  record Released(SigningPackage signingPackage, Bytes32 packageHash, Nonce nonce) {}

  /**
   * Checks the conditions that apply to a share already made too, and returns the approved
   * decision.
   *
   * @throws RuleViolation DECISION_NOT_APPROVED, DECISION_REJECTED_BEFORE, WRONG_ROSTER,
   *     DECISION_ID_MISMATCH or WRONG_EPOCH
   */
  Decision requireApproved(SigningPackageDocument offer) {
    requireRoster(offer.roster());
    BallotRecord ballotRecord = requireApproval(offer.decision());
    requireOwnReckoningOfId(ballotRecord, offer.decision());
    if (!provesPossession(ballotRecord.decision())) {
      requireInForce();
      requireEpoch(ballotRecord);
    }
    return ballotRecord.decision();
  }

  /** For a Rotate's proof of possession the new roster takes the place of roster and epoch. */
  private boolean provesPossession(Decision decision) {
    return decision instanceof Rotate rotate
        && rotate.committees().stream()
            .anyMatch(
                body ->
                    body.roster().equals(membership.rosterHash())
                        && body.key().equals(membership.roster().groupKey()));
  }

  /**
   * Checks all conditions but the number of shares given, which {@link SessionShare} checks, for a
   * share that is still to be made.
   *
   * @throws RuleViolation SIGNING_PACKAGE_MALFORMED, SIGNER_BEHIND, COMMITMENT_NOT_OURS,
   *     COMMITMENT_BURNED, PACKAGE_HASH_MISMATCH or what a member's document breaks
   */
  Released check(SigningPackageDocument offer) {
    Decision approved = requireApproved(offer);
    VerifiedCommitments commitments =
        VerifiedCommitments.of(offer, membership.roster(), OptionalLong.of(approved.epoch()));
    Nonce nonce = requireOwnNonce(offer.decision(), commitments);
    commitments.requireHash(offer, membership.roster());
    return new Released(commitments.signingPackage(offer.decision()), offer.packageHash(), nonce);
  }

  private void requireRoster(Bytes32 roster) {
    if (!roster.equals(membership.rosterHash())) {
      throw new RuleViolation(Rule.WRONG_ROSTER, "asked for roster " + roster);
    }
  }

  private BallotRecord requireApproval(Bytes32 id) {
    BallotRecord ballotRecord =
        record
            .latestBallot(id, membership.rosterHash())
            .orElseThrow(
                () ->
                    new RuleViolation(
                        Rule.DECISION_NOT_APPROVED, id + " was never approved on this machine"));
    if (ballotRecord.choice() != BallotChoice.APPROVE) {
      throw new RuleViolation(Rule.DECISION_REJECTED_BEFORE, id + " was rejected here");
    }
    return ballotRecord;
  }

  private void requireOwnReckoningOfId(BallotRecord ballotRecord, Bytes32 id) {
    Bytes32 computed = ballotRecord.decision().id(domain);
    if (!computed.equals(id)) {
      throw new RuleViolation(
          Rule.DECISION_ID_MISMATCH, "the fields approved here give " + computed + ", not " + id);
    }
  }

  /** A share whose roster is not announced yet signs nothing but the announcement. */
  private void requireInForce() {
    boolean waiting =
        record.seats().stream()
            .filter(seat -> seat.status() == SeatStatus.WAITING)
            .flatMap(seat -> seat.roster().stream())
            .anyMatch(roster -> roster.hash().equals(membership.rosterHash()));
    if (waiting) {
      throw new RuleViolation(
          Rule.WRONG_ROSTER, "roster " + membership.rosterHash() + " holds no mandate yet");
    }
  }

  private void requireEpoch(BallotRecord ballotRecord) {
    if (ballotRecord.decision().epoch() < epoch) {
      throw new RuleViolation(
          Rule.WRONG_EPOCH,
          "approved for epoch " + ballotRecord.decision().epoch() + ", by now it is " + epoch);
    }
  }

  private Nonce requireOwnNonce(Bytes32 id, VerifiedCommitments commitments) {
    NonceCommitment own = commitments.byMember().get(membership.self());
    if (own == null) {
      throw new RuleViolation(Rule.SIGNING_PACKAGE_MALFORMED, "this signer is not in the package");
    }
    StoreFreshness.requireKnown(record.ledger(), own.number());
    Nonce nonce =
        record
            .ledger()
            .nonce(own.number())
            .filter(issued -> issued.isFor(id, membership.rosterHash()))
            .orElseThrow(() -> notOurs(own));
    if (nonce.burned()) {
      throw new RuleViolation(
          Rule.COMMITMENT_BURNED, "commitment " + own.number() + " has served or was withdrawn");
    }
    if (!nonce.nonces().commitments().equals(own.commitments())) {
      throw notOurs(own);
    }
    return nonce;
  }

  private static RuleViolation notOurs(NonceCommitment commitment) {
    return new RuleViolation(
        Rule.COMMITMENT_NOT_OURS,
        "commitment " + commitment.number() + " was not issued here for this decision");
  }
}
