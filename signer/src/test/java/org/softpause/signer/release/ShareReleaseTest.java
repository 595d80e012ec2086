package org.softpause.signer.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.softpause.signer.world.Fixtures.DOMAIN;
import static org.softpause.signer.world.Fixtures.NOW;
import static org.softpause.signer.world.Fixtures.TIMES;
import static org.softpause.signer.world.Fixtures.pause;
import static org.softpause.signer.world.Fixtures.subject;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.frost.Aggregation;
import org.softpause.frost.Identifier;
import org.softpause.frost.RoundOne;
import org.softpause.frost.SecretBytes;
import org.softpause.frost.Signature;
import org.softpause.frost.SignatureShare;
import org.softpause.frost.SigningCommitments;
import org.softpause.frost.SigningPackage;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Ballot;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.NonceCommitment;
import org.softpause.protocol.decision.PackageHash;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.ShareDocument;
import org.softpause.protocol.decision.SigningPackageDocument;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.signer.deciding.BallotCaster;
import org.softpause.signer.state.BallotChoice;
import org.softpause.signer.state.BallotRecord;
import org.softpause.signer.state.CeremonySeat;
import org.softpause.signer.state.Nonce;
import org.softpause.signer.state.NonceLedger;
import org.softpause.signer.state.SeatStatus;
import org.softpause.signer.state.SignerStore;
import org.softpause.signer.store.FailingDisk;
import org.softpause.signer.store.StoreException;
import org.softpause.signer.world.Fixtures;
import org.softpause.signer.world.TestCommittee;

/** Condition by condition: "A signer releases a share only if …", by the first of five members. */
class ShareReleaseTest {
  private static final SecureRandom RANDOM = new SeededRandom(8);
  private static final TestCommittee COUNCIL = new TestCommittee(3, RANDOM);
  private static final Bytes32 ROSTER = COUNCIL.roster().hash();
  private static final BallotCaster.Subject PAUSE = subject(pause(0, 500, NOW));
  private static final BallotCaster.Subject OTHER = subject(pause(1, 400, NOW));

  @TempDir Path folder;
  private final FailingDisk disk = new FailingDisk();
  private SignerStore store;
  private ShareRelease release;
  private Jws own;

  @BeforeEach
  void aliceHasApproved() {
    Path storeDirectory = folder.resolve("home");
    store = Fixtures.store(storeDirectory, disk, COUNCIL.identity(1), RANDOM);
    release = new ShareRelease(store, COUNCIL.identity(1), RANDOM);
    own = box().approve(COUNCIL.membership(1), PAUSE, Optional.empty(), TIMES);
  }

  @Test
  void anApprovedDecisionGetsAShareThatVerifies() {
    SigningPackageDocument offer = offer(own);
    ShareDocument share = read(release(offer));
    SigningPackage signed = SigningPackage.of(points(offer.sources()), PAUSE.id().bytes());
    Aggregation.verifyShare(
        new Identifier(1), share.share(), signed, COUNCIL.roster().publicKeys());
    assertThat(share.packageHash()).isEqualTo(offer.packageHash());
    assertThat(share.next().number()).isEqualTo(2);
  }

  @Test
  void threeMembersSharesMakeTheCommitteesSignature() {
    List<SignerStore> stores = List.of(store, memberStore(2), memberStore(3));
    List<Jws> ballots = new ArrayList<>(List.of(own));
    for (int member = 2; member <= 3; member++) {
      ballots.add(
          new BallotCaster(stores.get(member - 1), COUNCIL.identity(member), RANDOM)
              .approve(COUNCIL.membership(member), PAUSE, Optional.empty(), TIMES));
    }
    SigningPackageDocument offer = offerOf(PAUSE.id(), ballots);
    SortedMap<Identifier, SignatureShare> shares = new TreeMap<>();
    for (int member = 1; member <= 3; member++) {
      Jws share =
          new ShareRelease(stores.get(member - 1), COUNCIL.identity(member), RANDOM)
              .release(COUNCIL.membership(member), DOMAIN, 0, offer, NOW);
      shares.put(new Identifier(member), read(share).share());
    }
    SigningPackage signed = SigningPackage.of(points(ballots), PAUSE.id().bytes());
    Signature signature = Aggregation.aggregate(signed, shares, COUNCIL.roster().publicKeys());
    COUNCIL.roster().groupKey().verify(PAUSE.id().bytes(), signature);
  }

  @Test
  void askedAgainItSendsTheSameBytes() {
    SigningPackageDocument offer = offer(own);
    Jws first = release(offer);
    assertThat(release(offer)).isEqualTo(first);
    store = Fixtures.reopen(folder.resolve("home"), disk, RANDOM);
    release = new ShareRelease(store, COUNCIL.identity(1), RANDOM);
    assertThat(release(offer)).isEqualTo(first);
  }

  @Test
  void aCommitmentServesOncePackageOrNot() {
    release(offer(own));
    refused(Rule.COMMITMENT_BURNED, () -> release(offer(own)));
  }

  @Test
  void theNextCommitmentServesAnotherPackage() {
    Jws share = release(offer(own));
    ShareDocument second = read(release(offer(share)));
    assertThat(second.next().number()).isEqualTo(3);
  }

  /** Three of five: ROAST takes at most three sessions. */
  @Test
  void morePackagesThanSigningEverTakesGetNoShare() {
    Jws latest = own;
    for (int session = 1; session <= 3; session++) {
      latest = release(offer(latest));
    }
    SigningPackageDocument fourth = offer(latest);
    refused(Rule.SESSIONS_EXHAUSTED, () -> release(fourth));
  }

  @Test
  void aDecisionNeverApprovedGetsNoShare() {
    refused(Rule.DECISION_NOT_APPROVED, () -> release(offerOf(OTHER.id(), List.of(own))));
  }

  @Test
  void anApprovalWithdrawnByALaterRejectionGetsNoShare() {
    box().reject(List.of(COUNCIL.membership(1)), PAUSE, "no longer", TIMES);
    refused(Rule.DECISION_REJECTED_BEFORE, () -> release(offer(own)));
  }

  @Test
  void aShareAlreadyMadeIsNotSentAgainAfterARejection() {
    SigningPackageDocument offer = offer(own);
    release(offer);
    box().reject(List.of(COUNCIL.membership(1)), PAUSE, "no longer", TIMES);
    refused(Rule.DECISION_REJECTED_BEFORE, () -> release(offer));
  }

  @Test
  void aRejectionBurnsEveryNonceOutstandingForThatIdAlone() {
    box().approve(COUNCIL.membership(1), OTHER, Optional.empty(), TIMES);
    box().reject(List.of(COUNCIL.membership(1)), PAUSE, "no", TIMES);
    assertThat(store.read().ledger().nonces())
        .extracting(Nonce::number, Nonce::burned)
        .containsExactly(tuple(1L, true), tuple(2L, false));
  }

  @Test
  void anotherDecisionsFieldsUnderAnApprovedIdGetNoShare() {
    BallotRecord forged =
        new BallotRecord(PAUSE.id(), ROSTER, BallotChoice.APPROVE, OTHER.decision(), own);
    store.change(state -> state.withVerdict(forged, state.ledger()));
    refused(Rule.DECISION_ID_MISMATCH, () -> release(offer(own)));
  }

  @Test
  void anotherRegistryGivesAnotherId() {
    Eip712Domain elsewhere = new Eip712Domain(1, DOMAIN.registry());
    refused(
        Rule.DECISION_ID_MISMATCH,
        () -> release.release(COUNCIL.membership(1), elsewhere, 0, offer(own), NOW));
  }

  @Test
  void anotherEpochGetsNoShare() {
    refused(Rule.WRONG_EPOCH, () -> releaseInEpoch(1, offer(own)));
  }

  @Test
  void aRosterThatARotateListsProvesItsKeyWhateverTheEpoch() {
    BallotCaster.Subject listed = rotation(ROSTER);
    ShareDocument share = read(releaseInEpoch(5, approvedBy(listed)));
    assertThat(share.decision()).isEqualTo(listed.id());
    assertThat(share.roster()).isEqualTo(ROSTER);
  }

  @Test
  void aRotateThatListsAnotherRosterOfTheSameKeyGetsNoShareInAnotherEpoch() {
    BallotCaster.Subject other = rotation(Bytes32.ZERO);
    SigningPackageDocument offer = approvedBy(other);
    refused(Rule.WRONG_EPOCH, () -> releaseInEpoch(5, offer));
  }

  @Test
  void aLogKnownOnlyUpToAnEarlierEpochHoldsNoShareBack() {
    BallotCaster.Subject other = rotation(Bytes32.ZERO);
    assertThat(read(releaseInEpoch(3, approvedBy(other))).decision()).isEqualTo(other.id());
  }

  @Test
  void aShareThatWaitsForItsRosterToBeAnnouncedSignsNothingElse() {
    CeremonySeat waiting =
        CeremonySeat.taken(Bytes32.ZERO, new Identifier(1), secret(new byte[32]), Optional.empty())
            .withSigningShare(
                secret(COUNCIL.membership(1).key().signingShare().exposeSecretBytes()))
            .completed(COUNCIL.roster(), ROSTER, SeatStatus.WAITING);
    store.change(state -> state.withSeat(waiting));
    refused(Rule.WRONG_ROSTER, () -> release(offer(own)));
    BallotCaster.Subject listed = rotation(ROSTER);
    assertThat(read(release(approvedBy(listed))).decision()).isEqualTo(listed.id());
  }

  private static SecretBytes secret(byte[] bytes) {
    return SecretBytes.copyOf(bytes);
  }

  /** By STANDING in its fourth epoch, for EMERGENCY. */
  private static BallotCaster.Subject rotation(Bytes32 roster) {
    Rotate rotate =
        new Rotate(
            MandateName.STANDING,
            4,
            MandateName.EMERGENCY,
            0,
            List.of(new CommitteeKey(COUNCIL.roster().groupKey(), true, roster)),
            NOW,
            NOW + 600,
            Bytes32.ZERO);
    return new BallotCaster.Subject(rotate.id(DOMAIN), rotate);
  }

  private SigningPackageDocument approvedBy(BallotCaster.Subject subject) {
    List<Jws> ballots = new ArrayList<>();
    ballots.add(box().approve(COUNCIL.membership(1), subject, Optional.empty(), TIMES));
    for (int member = 2; member <= 3; member++) {
      Identifier voter = new Identifier(member);
      ballots.add(sign(member, new Ballot(subject.id(), ROSTER, 4, voter, NOW, approve(member))));
    }
    return offerOf(subject.id(), ballots);
  }

  @Test
  void anotherRosterGetsNoShare() {
    SigningPackageDocument offer = offer(own);
    refused(
        Rule.WRONG_ROSTER,
        () ->
            release(
                new SigningPackageDocument(
                    offer.decision(), Bytes32.ZERO, offer.packageHash(), offer.sources())));
  }

  @Test
  void aMembersVoteInAnotherEpochGetsNoShare() {
    Jws stale = sign(2, new Ballot(PAUSE.id(), ROSTER, 1, new Identifier(2), NOW, approve(2)));
    refused(Rule.WRONG_EPOCH, () -> release(offerOf(PAUSE.id(), List.of(own, stale, ballot(3)))));
  }

  @Test
  void aMembersVoteForAnotherRosterGetsNoShare() {
    Jws stray =
        sign(2, new Ballot(PAUSE.id(), Bytes32.ZERO, 0, new Identifier(2), NOW, approve(2)));
    refused(Rule.WRONG_ROSTER, () -> release(offerOf(PAUSE.id(), List.of(own, stray, ballot(3)))));
  }

  @Test
  void aMembersVoteOnAnotherDecisionGetsNoShare() {
    Jws stray = sign(2, new Ballot(OTHER.id(), ROSTER, 0, new Identifier(2), NOW, approve(2)));
    refused(
        Rule.SIGNING_PACKAGE_MALFORMED,
        () -> release(offerOf(PAUSE.id(), List.of(own, stray, ballot(3)))));
  }

  @Test
  void aRejectionIsNoCommitment() {
    Ballot.Reject no = new Ballot.Reject("no");
    Jws against = sign(2, new Ballot(PAUSE.id(), ROSTER, 0, new Identifier(2), NOW, no));
    Bytes32 anything = Fixtures.hash("package");
    SigningPackageDocument offer =
        new SigningPackageDocument(PAUSE.id(), ROSTER, anything, List.of(own, against, ballot(3)));
    refused(Rule.SIGNING_PACKAGE_MALFORMED, () -> release(offer));
  }

  @Test
  void aVoteSignedByOneMemberInTheNameOfAnotherGetsNoShare() {
    Jws false4 = sign(2, new Ballot(PAUSE.id(), ROSTER, 0, new Identifier(4), NOW, approve(2)));
    refused(
        Rule.SIGNING_PACKAGE_MALFORMED,
        () -> release(offerOf(PAUSE.id(), List.of(own, false4, ballot(3)))));
  }

  @Test
  void aFellowMembersCommitmentAlteredOnTheWayBreaksItsSignature() {
    String[] parts = ballot(2).compact().split("\\.", -1);
    String[] others = ballot(2).compact().split("\\.", -1);
    Jws altered = Jws.parse(parts[0] + "." + others[1] + "." + parts[2]);
    refused(
        Rule.JWS_SIGNATURE_INVALID,
        () -> release(offerOf(PAUSE.id(), List.of(own, altered, ballot(3)))));
  }

  @Test
  void aPackageWhoseHashIsNotThatOfItsSourcesGetsNoShare() {
    SigningPackageDocument offer = offer(own);
    refused(
        Rule.PACKAGE_HASH_MISMATCH,
        () ->
            release(
                new SigningPackageDocument(
                    offer.decision(), ROSTER, Fixtures.hash("other"), offer.sources())));
  }

  @Test
  void twoSignersAreTooFewInACommitteeOfThreeOfFive() {
    refused(
        Rule.SIGNING_PACKAGE_MALFORMED,
        () -> release(offerOf(PAUSE.id(), List.of(own, ballot(2)))));
  }

  @Test
  void oneMemberCountsOnce() {
    refused(
        Rule.SIGNING_PACKAGE_MALFORMED,
        () -> release(offerOf(PAUSE.id(), List.of(own, ballot(2), ballot(2)))));
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
    refused(Rule.NOT_A_MEMBER, () -> release(offer));
  }

  @Test
  void aPackageWithoutThisSignerGetsNoShare() {
    refused(
        Rule.SIGNING_PACKAGE_MALFORMED,
        () -> release(offerOf(PAUSE.id(), List.of(ballot(2), ballot(3), ballot(4)))));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1})
  void aCommitmentSignedWithOurKeyButNotIssuedHereGetsNoShare(long number) {
    Ballot.Approve foreign = new Ballot.Approve(new NonceCommitment(number, commitments(1)));
    Jws forged = sign(1, new Ballot(PAUSE.id(), ROSTER, 0, new Identifier(1), NOW, foreign));
    refused(Rule.COMMITMENT_NOT_OURS, () -> release(offer(forged)));
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 99})
  void aCommitmentOfOursAboveAllThatThisFolderKnowsStopsTheSigner(long number) {
    Ballot.Approve newer = new Ballot.Approve(new NonceCommitment(number, commitments(1)));
    Jws lost = sign(1, new Ballot(PAUSE.id(), ROSTER, 0, new Identifier(1), NOW, newer));
    refused(Rule.SIGNER_BEHIND, () -> release(offer(lost)));
  }

  @Test
  void aCommitmentIssuedForAnotherDecisionGetsNoShare() {
    Jws other = box().approve(COUNCIL.membership(1), OTHER, Optional.empty(), TIMES);
    Ballot otherBallot = ObjectReader.read(other.unverified().document(), Ballot::read);
    Jws moved =
        sign(1, new Ballot(PAUSE.id(), ROSTER, 0, new Identifier(1), NOW, otherBallot.choice()));
    refused(Rule.COMMITMENT_NOT_OURS, () -> release(offer(moved)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void aFailureAtAnyStepOfTheWriteNeverLetsOneNonceMakeTwoShares(int step) {
    disk.failAtStep(step);
    SigningPackageDocument first = offer(own);
    assertThatThrownBy(() -> release(first)).isInstanceOf(StoreException.class);
    disk.repair();
    store = Fixtures.reopen(folder.resolve("home"), disk, RANDOM);
    release = new ShareRelease(store, COUNCIL.identity(1), RANDOM);
    Jws sent = release(first);
    assertThat(release(first)).isEqualTo(sent);
    refused(Rule.COMMITMENT_BURNED, () -> release(offer(own)));
    NonceLedger ledger = store.read().ledger();
    assertThat(ledger.shares()).hasSize(1);
    assertThat(ledger.nonce(1).orElseThrow().burned()).isTrue();
  }

  private BallotCaster box() {
    return new BallotCaster(store, COUNCIL.identity(1), RANDOM);
  }

  private SignerStore memberStore(int member) {
    return Fixtures.store(folder.resolve("home" + member), disk, COUNCIL.identity(member), RANDOM);
  }

  private Jws release(SigningPackageDocument offer) {
    return releaseInEpoch(0, offer);
  }

  private Jws releaseInEpoch(long epoch, SigningPackageDocument offer) {
    return release.release(COUNCIL.membership(1), DOMAIN, epoch, offer, NOW);
  }

  /** A package of alice's source and fresh ballots of bob and carol. */
  private static SigningPackageDocument offer(Jws alices) {
    return offerOf(PAUSE.id(), List.of(alices, ballot(2), ballot(3)));
  }

  private static SigningPackageDocument offerOf(Bytes32 id, List<Jws> sources) {
    Bytes32 hash = PackageHash.of(ROSTER, COUNCIL.roster().groupKey(), id, points(sources));
    return new SigningPackageDocument(id, ROSTER, hash, sources);
  }

  private static SortedMap<Identifier, SigningCommitments> points(List<Jws> sources) {
    SortedMap<Identifier, SigningCommitments> points = new TreeMap<>();
    for (Jws source : sources) {
      Identifier member = COUNCIL.roster().memberWithKey(source.kid()).orElseThrow().identifier();
      points.put(member, commitment(source).commitments());
    }
    return points;
  }

  private static NonceCommitment commitment(Jws source) {
    if (source.unverified().type().equals(ShareDocument.TYPE)) {
      return read(source).next();
    }
    Ballot ballot = ObjectReader.read(source.unverified().document(), Ballot::read);
    return ((Ballot.Approve) ballot.choice()).commitment();
  }

  private static Jws ballot(int member) {
    return sign(
        member, new Ballot(PAUSE.id(), ROSTER, 0, new Identifier(member), NOW, approve(member)));
  }

  private static Jws sign(int member, Ballot ballot) {
    return COUNCIL.identity(member).sign(ballot.toJson());
  }

  private static Ballot.Approve approve(int member) {
    return new Ballot.Approve(new NonceCommitment(1, commitments(member)));
  }

  private static SigningCommitments commitments(int member) {
    return RoundOne.commit(COUNCIL.membership(member).key().signingShare(), RANDOM).commitments();
  }

  private static ShareDocument read(Jws share) {
    return ObjectReader.read(share.unverified().document(), ShareDocument::read);
  }

  private static void refused(Rule rule, ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(RuleViolation.class, e -> assertThat(e.rule()).isEqualTo(rule));
  }
}
