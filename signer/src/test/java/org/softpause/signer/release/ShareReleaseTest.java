package org.softpause.signer.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.softpause.signer.world.Fixtures.DOMAIN;
import static org.softpause.signer.world.Fixtures.NOW;
import static org.softpause.signer.world.Fixtures.pause;
import static org.softpause.signer.world.Fixtures.subject;
import static org.softpause.signer.world.Refusals.refused;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.frost.Aggregation;
import org.softpause.frost.Identifier;
import org.softpause.frost.Signature;
import org.softpause.frost.SignatureShare;
import org.softpause.frost.SigningPackage;
import org.softpause.frost.VerifyingKey;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Ballot;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.ShareDocument;
import org.softpause.protocol.decision.SigningPackageDocument;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.signer.deciding.BallotCaster;
import org.softpause.signer.state.BallotChoice;
import org.softpause.signer.state.BallotRecord;
import org.softpause.signer.state.Nonce;
import org.softpause.signer.state.NonceLedger;
import org.softpause.signer.state.SeatStatus;
import org.softpause.signer.store.FailingDisk;
import org.softpause.signer.store.StoreException;
import org.softpause.signer.world.Fixtures;
import org.softpause.signer.world.TestCommittee;
import org.softpause.signer.world.TestMember;

/** Condition by condition: "A signer releases a share only if …", by the first of five members. */
class ShareReleaseTest {
  private static final SecureRandom RANDOM = new SeededRandom(8);
  private static final TestCommittee COUNCIL = new TestCommittee(3, RANDOM);
  private static final Bytes32 ROSTER = COUNCIL.roster().hash();
  private static final BallotCaster.Subject PAUSE = subject(pause(0, 500, NOW));
  private static final BallotCaster.Subject OTHER = subject(pause(1, 400, NOW));

  @TempDir Path folder;
  private final FailingDisk disk = new FailingDisk();
  private TestMember alice;
  private Jws own;

  @BeforeEach
  void aliceHasApproved() {
    alice = COUNCIL.member(1, folder.resolve("home"), disk, RANDOM);
    own = alice.approves(PAUSE);
  }

  @Test
  void anApprovedDecisionGetsAShareThatVerifies() {
    SigningPackageDocument offer = offer(own);
    ShareDocument share = read(alice.releases(offer));
    SigningPackage signed = SigningPackage.of(COUNCIL.points(offer.sources()), PAUSE.id().bytes());
    Aggregation.verifyShare(
        new Identifier(1), share.share(), signed, COUNCIL.roster().publicKeys());
    assertThat(share.packageHash()).isEqualTo(offer.packageHash());
    assertThat(share.next().number()).isEqualTo(2);
  }

  @Test
  void threeMembersSharesMakeTheCommitteesSignature() {
    TestMember bob = COUNCIL.member(2, folder.resolve("home2"), disk, RANDOM);
    TestMember carol = COUNCIL.member(3, folder.resolve("home3"), disk, RANDOM);
    List<Jws> ballots = List.of(own, bob.approves(PAUSE), carol.approves(PAUSE));
    SigningPackageDocument offer = COUNCIL.offer(PAUSE.id(), ballots);
    SortedMap<Identifier, SignatureShare> shares = new TreeMap<>();
    for (TestMember member : List.of(alice, bob, carol)) {
      ShareDocument share = read(member.releases(offer));
      shares.put(share.signer(), share.share());
    }
    SigningPackage signed = SigningPackage.of(COUNCIL.points(ballots), PAUSE.id().bytes());
    Signature signature = Aggregation.aggregate(signed, shares, COUNCIL.roster().publicKeys());
    COUNCIL.roster().groupKey().verify(PAUSE.id().bytes(), signature);
  }

  @Test
  void askedAgainItSendsTheSameBytes() {
    SigningPackageDocument offer = offer(own);
    Jws first = alice.releases(offer);
    assertThat(alice.releases(offer)).isEqualTo(first);
    assertThat(reopened().releases(offer)).isEqualTo(first);
  }

  @Test
  void aCommitmentServesOncePackageOrNot() {
    alice.releases(offer(own));
    refused(Rule.COMMITMENT_BURNED, () -> alice.releases(offer(own)));
  }

  @Test
  void theNextCommitmentServesAnotherPackage() {
    Jws share = alice.releases(offer(own));
    ShareDocument second = read(alice.releases(offer(share)));
    assertThat(second.next().number()).isEqualTo(3);
  }

  /** Three of five: ROAST takes at most three sessions. */
  @Test
  void morePackagesThanSigningEverTakesGetNoShare() {
    Jws latest = own;
    for (int session = 1; session <= 3; session++) {
      latest = alice.releases(offer(latest));
    }
    SigningPackageDocument fourth = offer(latest);
    refused(Rule.SESSIONS_EXHAUSTED, () -> alice.releases(fourth));
  }

  @Test
  void aDecisionNeverApprovedGetsNoShare() {
    refused(
        Rule.DECISION_NOT_APPROVED, () -> alice.releases(COUNCIL.offer(OTHER.id(), List.of(own))));
  }

  @Test
  void anApprovalWithdrawnByALaterRejectionGetsNoShare() {
    alice.rejects(PAUSE, "no longer");
    refused(Rule.DECISION_REJECTED_BEFORE, () -> alice.releases(offer(own)));
  }

  @Test
  void aShareAlreadyMadeIsNotSentAgainAfterARejection() {
    SigningPackageDocument offer = offer(own);
    alice.releases(offer);
    alice.rejects(PAUSE, "no longer");
    refused(Rule.DECISION_REJECTED_BEFORE, () -> alice.releases(offer));
  }

  @Test
  void aRejectionBurnsEveryNonceOutstandingForThatIdAlone() {
    alice.approves(OTHER);
    alice.rejects(PAUSE, "no");
    assertThat(alice.store().read().ledger().nonces())
        .extracting(Nonce::number, Nonce::burned)
        .containsExactly(tuple(1L, true), tuple(2L, false));
  }

  @Test
  void anotherDecisionsFieldsUnderAnApprovedIdGetNoShare() {
    BallotRecord forged =
        new BallotRecord(PAUSE.id(), ROSTER, BallotChoice.APPROVE, OTHER.decision(), own);
    alice.store().change(state -> state.withBallot(forged, state.ledger()));
    refused(Rule.DECISION_ID_MISMATCH, () -> alice.releases(offer(own)));
  }

  @Test
  void anotherRegistryGivesAnotherId() {
    Eip712Domain elsewhere = new Eip712Domain(1, DOMAIN.registry());
    ShareRelease release = new ShareRelease(alice.store(), COUNCIL.identity(1), RANDOM);
    refused(
        Rule.DECISION_ID_MISMATCH,
        () -> release.release(COUNCIL.membership(1), elsewhere, 0, offer(own), NOW));
  }

  /** A share that was made without the policy is not sent again by it either. */
  @Test
  void aDecisionThatThePolicyLeavesToAnOfficerGetsNoShare() {
    SigningPackageDocument offer = offer(own);
    ShareRelease within =
        new ShareRelease(
            alice.store(),
            COUNCIL.identity(1),
            RANDOM,
            decision -> {
              throw new RuleViolation(Rule.POLICY_FORBIDS, "it is left to an officer");
            });
    for (int twice = 0; twice < 2; twice++) {
      refused(
          Rule.POLICY_FORBIDS, () -> within.release(COUNCIL.membership(1), DOMAIN, 0, offer, NOW));
      alice.releases(offer);
    }
  }

  @Test
  void anotherEpochGetsNoShare() {
    refused(Rule.WRONG_EPOCH, () -> alice.releasesInEpoch(1, offer(own)));
  }

  @Test
  void aRosterThatARotateListsProvesItsKeyWhateverTheEpoch() {
    BallotCaster.Subject listed = rotation(ROSTER);
    ShareDocument share = read(alice.releasesInEpoch(5, approvedBy(listed)));
    assertThat(share.decision()).isEqualTo(listed.id());
    assertThat(share.roster()).isEqualTo(ROSTER);
  }

  @Test
  void aRotateThatListsAnotherRosterOfTheSameKeyGetsNoShareInAnotherEpoch() {
    BallotCaster.Subject other = rotation(Bytes32.ZERO);
    SigningPackageDocument offer = approvedBy(other);
    refused(Rule.WRONG_EPOCH, () -> alice.releasesInEpoch(5, offer));
  }

  @Test
  void aLogKnownOnlyUpToAnEarlierEpochHoldsNoShareBack() {
    BallotCaster.Subject other = rotation(Bytes32.ZERO);
    assertThat(read(alice.releasesInEpoch(3, approvedBy(other))).decision()).isEqualTo(other.id());
  }

  @Test
  void aShareThatWaitsForItsRosterToBeAnnouncedSignsNothingElse() {
    alice.store().change(state -> state.withSeat(COUNCIL.seat(1, SeatStatus.WAITING)));
    refused(Rule.WRONG_ROSTER, () -> alice.releases(offer(own)));
    BallotCaster.Subject listed = rotation(ROSTER);
    assertThat(read(alice.releases(approvedBy(listed))).decision()).isEqualTo(listed.id());
  }

  @Test
  void aRotateThatListsThisRosterWithAnotherKeyGetsNoShareInAnotherEpoch() {
    VerifyingKey another = new TestCommittee(3, RANDOM).roster().groupKey();
    SigningPackageDocument offer = approvedBy(rotation(another, ROSTER));
    refused(Rule.WRONG_EPOCH, () -> alice.releasesInEpoch(5, offer));
  }

  @Test
  void neitherASeatInForceNorOneThatWaitsElsewhereHoldsAShareBack() {
    TestCommittee elsewhere = new TestCommittee(3, RANDOM);
    alice.store().change(state -> state.withSeat(COUNCIL.seat(1, SeatStatus.IN_FORCE)));
    alice.store().change(state -> state.withSeat(elsewhere.seat(1, SeatStatus.WAITING)));
    assertThat(read(alice.releases(offer(own))).decision()).isEqualTo(PAUSE.id());
  }

  @Test
  void aShareAlreadyMadeIsNotSentAgainForAnotherRoster() {
    SigningPackageDocument offer = offer(own);
    alice.releases(offer);
    refused(
        Rule.WRONG_ROSTER,
        () ->
            alice.releases(
                new SigningPackageDocument(
                    offer.decision(), Bytes32.ZERO, offer.packageHash(), offer.sources())));
  }

  private static BallotCaster.Subject rotation(Bytes32 roster) {
    return rotation(COUNCIL.roster().groupKey(), roster);
  }

  /** By STANDING in its fourth epoch, for EMERGENCY. */
  private static BallotCaster.Subject rotation(VerifyingKey key, Bytes32 roster) {
    Rotate rotate =
        new Rotate(
            MandateName.STANDING,
            4,
            MandateName.EMERGENCY,
            0,
            List.of(new CommitteeKey(key, true, roster)),
            NOW,
            NOW + 600,
            Bytes32.ZERO);
    return new BallotCaster.Subject(rotate.id(DOMAIN), rotate);
  }

  private SigningPackageDocument approvedBy(BallotCaster.Subject subject) {
    Bytes32 id = subject.id();
    return COUNCIL.offer(id, List.of(alice.approves(subject), ballot(2, id, 4), ballot(3, id, 4)));
  }

  @Test
  void anotherRosterGetsNoShare() {
    SigningPackageDocument offer = offer(own);
    refused(
        Rule.WRONG_ROSTER,
        () ->
            alice.releases(
                new SigningPackageDocument(
                    offer.decision(), Bytes32.ZERO, offer.packageHash(), offer.sources())));
  }

  @Test
  void aMembersVoteInAnotherEpochGetsNoShare() {
    Jws stale = ballot(2, PAUSE.id(), 1);
    refused(Rule.WRONG_EPOCH, () -> alice.releases(offerOf(own, stale, ballot(3))));
  }

  @Test
  void aMembersVoteForAnotherRosterGetsNoShare() {
    Jws stray =
        sign(2, new Ballot(PAUSE.id(), Bytes32.ZERO, 0, new Identifier(2), NOW, approve(2)));
    refused(Rule.WRONG_ROSTER, () -> alice.releases(offerOf(own, stray, ballot(3))));
  }

  @Test
  void aMembersVoteOnAnotherDecisionGetsNoShare() {
    Jws stray = ballot(2, OTHER.id(), 0);
    refused(Rule.SIGNING_PACKAGE_MALFORMED, () -> alice.releases(offerOf(own, stray, ballot(3))));
  }

  @Test
  void aRejectionIsNoCommitment() {
    Jws against = COUNCIL.ballot(2, PAUSE.id(), 0, new Ballot.Reject("no"));
    Bytes32 anything = Fixtures.hash("package");
    SigningPackageDocument offer =
        new SigningPackageDocument(PAUSE.id(), ROSTER, anything, List.of(own, against, ballot(3)));
    refused(Rule.SIGNING_PACKAGE_MALFORMED, () -> alice.releases(offer));
  }

  @Test
  void aVoteSignedByOneMemberInTheNameOfAnotherGetsNoShare() {
    Jws false4 = sign(2, new Ballot(PAUSE.id(), ROSTER, 0, new Identifier(4), NOW, approve(2)));
    refused(Rule.SIGNING_PACKAGE_MALFORMED, () -> alice.releases(offerOf(own, false4, ballot(3))));
  }

  @Test
  void aFellowMembersCommitmentAlteredOnTheWayBreaksItsSignature() {
    String[] parts = ballot(2).compact().split("\\.", -1);
    String[] others = ballot(2).compact().split("\\.", -1);
    Jws altered = Jws.parse(parts[0] + "." + others[1] + "." + parts[2]);
    refused(Rule.JWS_SIGNATURE_INVALID, () -> alice.releases(offerOf(own, altered, ballot(3))));
  }

  @Test
  void aPackageWhoseHashIsNotThatOfItsSourcesGetsNoShare() {
    SigningPackageDocument offer = offer(own);
    refused(
        Rule.PACKAGE_HASH_MISMATCH,
        () ->
            alice.releases(
                new SigningPackageDocument(
                    offer.decision(), ROSTER, Fixtures.hash("other"), offer.sources())));
  }

  @Test
  void twoSignersAreTooFewInACommitteeOfThreeOfFive() {
    refused(Rule.SIGNING_PACKAGE_MALFORMED, () -> alice.releases(offerOf(own, ballot(2))));
  }

  @Test
  void oneMemberCountsOnce() {
    refused(
        Rule.SIGNING_PACKAGE_MALFORMED, () -> alice.releases(offerOf(own, ballot(2), ballot(2))));
  }

  @Test
  void aStrangerIsNoMember() {
    TestCommittee strangers = new TestCommittee(3, RANDOM);
    Jws stranger =
        strangers
            .identity(2)
            .sign(new Ballot(PAUSE.id(), ROSTER, 0, new Identifier(2), NOW, approve(2)).toJson());
    SigningPackageDocument offer =
        new SigningPackageDocument(
            PAUSE.id(), ROSTER, PAUSE.id(), List.of(own, stranger, ballot(3)));
    refused(Rule.NOT_A_MEMBER, () -> alice.releases(offer));
  }

  @Test
  void aPackageWithoutThisSignerGetsNoShare() {
    refused(
        Rule.SIGNING_PACKAGE_MALFORMED,
        () -> alice.releases(offerOf(ballot(2), ballot(3), ballot(4))));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1})
  void aCommitmentSignedWithOurKeyButNotIssuedHereGetsNoShare(long number) {
    Jws forged = COUNCIL.ballot(1, PAUSE.id(), 0, COUNCIL.approval(1, number, RANDOM));
    refused(Rule.COMMITMENT_NOT_OURS, () -> alice.releases(offer(forged)));
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 99})
  void aCommitmentOfOursAboveAllThatThisFolderKnowsStopsTheSigner(long number) {
    Jws lost = COUNCIL.ballot(1, PAUSE.id(), 0, COUNCIL.approval(1, number, RANDOM));
    refused(Rule.SIGNER_BEHIND, () -> alice.releases(offer(lost)));
  }

  @Test
  void aCommitmentIssuedForAnotherDecisionGetsNoShare() {
    Jws other = alice.approves(OTHER);
    Ballot otherBallot = ObjectReader.read(other.unverified().document(), Ballot::read);
    Jws moved = COUNCIL.ballot(1, PAUSE.id(), 0, otherBallot.choice());
    refused(Rule.COMMITMENT_NOT_OURS, () -> alice.releases(offer(moved)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void aFailureAtAnyStepOfTheWriteNeverLetsOneNonceMakeTwoShares(int step) {
    disk.failAtStep(step);
    SigningPackageDocument first = offer(own);
    assertThatThrownBy(() -> alice.releases(first)).isInstanceOf(StoreException.class);
    disk.repair();
    alice = reopened();
    Jws sent = alice.releases(first);
    assertThat(alice.releases(first)).isEqualTo(sent);
    refused(Rule.COMMITMENT_BURNED, () -> alice.releases(offer(own)));
    NonceLedger ledger = alice.store().read().ledger();
    assertThat(ledger.shares()).hasSize(1);
    assertThat(ledger.nonce(1).orElseThrow().burned()).isTrue();
  }

  private TestMember reopened() {
    return COUNCIL.member(1, Fixtures.reopen(folder.resolve("home"), disk, RANDOM), RANDOM);
  }

  /** A package of alice's source and fresh ballots of bob and carol. */
  private static SigningPackageDocument offer(Jws alices) {
    return offerOf(alices, ballot(2), ballot(3));
  }

  private static SigningPackageDocument offerOf(Jws... sources) {
    return COUNCIL.offer(PAUSE.id(), List.of(sources));
  }

  private static Jws ballot(int member) {
    return ballot(member, PAUSE.id(), 0);
  }

  private static Jws ballot(int member, Bytes32 decision, long epoch) {
    return COUNCIL.ballot(member, decision, epoch, COUNCIL.approval(member, 1, RANDOM));
  }

  private static Jws sign(int member, Ballot ballot) {
    return COUNCIL.identity(member).sign(ballot.toJson());
  }

  private static Ballot.Approve approve(int member) {
    return COUNCIL.approval(member, 1, RANDOM);
  }

  private static ShareDocument read(Jws share) {
    return ObjectReader.read(share.unverified().document(), ShareDocument::read);
  }
}
