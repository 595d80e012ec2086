package org.softpause.protocol.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.softpause.protocol.fixture.Refusal.assertRefused;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.softpause.frost.Identifier;
import org.softpause.frost.RoundOne;
import org.softpause.frost.SignatureShare;
import org.softpause.frost.SigningCommitments;
import org.softpause.frost.dkg.RoundOnePackage;
import org.softpause.frost.dkg.Seed;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.ceremony.document.CeremonyDocument;
import org.softpause.protocol.ceremony.document.CeremonyPlan;
import org.softpause.protocol.ceremony.document.Complaint;
import org.softpause.protocol.ceremony.document.PossessionShare;
import org.softpause.protocol.ceremony.document.RoundOneMessage;
import org.softpause.protocol.ceremony.document.RoundTwoMessage;
import org.softpause.protocol.decision.NonceCommitment;
import org.softpause.protocol.fixture.TestCeremony;
import org.softpause.protocol.fixture.TestMember;
import org.softpause.protocol.fixture.TestRandom;
import org.softpause.protocol.jose.DecryptionKey;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.jose.SealedShare;

/** Cheating that leaves evidence ends a ceremony, and everyone names the same culprit. */
class CheatingTest {
  private static final long SEED = 20261123;
  private static final Identifier ALICE = new Identifier(1);
  private static final Identifier BOB = new Identifier(2);
  private static final Identifier CAROL = new Identifier(3);
  private static final Identifier DAVE = new Identifier(4);
  private static final Identifier ERIN = new Identifier(5);

  private final SecureRandom random = TestRandom.seeded(SEED);
  private final TestCeremony committee = TestCeremony.threeOfFive(SEED);
  private final TestMember alice = committee.member(1);
  private final TestMember bob = committee.member(2);
  private final CeremonyPlan plan = committee.plan();
  private final Bytes32 id = plan.id();

  @Test
  void aProofOfPossessionMadeForAnotherNamesItsSender() {
    Ceremony now = committee.runUntil(committee.propose(), CeremonyPhase.ROUND_ONE);
    RoundOneMessage bobs = new ParticipantSecrets(plan, BOB, bob.seed()).roundOne();
    RoundOneMessage own = new ParticipantSecrets(plan, ALICE, alice.seed()).roundOne();
    RoundOneMessage stolen = new RoundOneMessage(id, ALICE, bobs.published(), own.encryptionKeys());
    now = now.accept(sign(alice, stolen));
    for (TestMember member : committee.members().subList(1, 5)) {
      now = now.accept(member.act(now).orElseThrow());
    }

    assertAborted(now, ALICE);
  }

  @Test
  void aCommitmentOfTooFewCoefficientsNamesItsSender() {
    TestCeremony two = TestCeremony.of(SEED, 2, "alice", "bob", "carol");
    TestCeremony three = TestCeremony.of(SEED, 3, "alice", "bob", "carol");
    Optional<RoundOnePackage> tooLong =
        new ParticipantSecrets(three.plan(), ALICE, three.member(1).seed()).roundOne().published();
    Ceremony now = two.runUntil(two.propose(), CeremonyPhase.ROUND_ONE);
    RoundOneMessage good =
        new ParticipantSecrets(two.plan(), ALICE, two.member(1).seed()).roundOne();
    now =
        now.accept(
            sign(
                two.member(1),
                new RoundOneMessage(two.plan().id(), ALICE, tooLong, good.encryptionKeys())));
    now = now.accept(two.member(2).act(now).orElseThrow());
    now = now.accept(two.member(3).act(now).orElseThrow());

    assertAborted(now, ALICE);
  }

  @Test
  void aShareThatDoesNotFitIsComplainedOfAndItsDealerNamed() {
    Ceremony now = afterRoundTwoOf(alice, forBob(anotherShare(), keyOf(BOB)));

    assertAborted(complain(now), ALICE);
  }

  /** Whoever recovers its share from the seed gets no exception of the mathematics. */
  @Test
  void aShareThatCannotBeRecoveredIsRefusedByRuleNamingItsDealer() {
    Ceremony now = afterRoundTwoOf(alice, forBob(anotherShare(), keyOf(BOB)));

    assertThatThrownBy(() -> bob.in(plan).recover(now))
        .isInstanceOfSatisfying(
            RuleViolation.class,
            refused -> assertThat(refused.rule()).isEqualTo(Rule.KEY_GENERATION_INVALID))
        .hasMessageContaining("from [1]");
  }

  @Test
  void aShareThatDoesNotOpenIsComplainedOfAndItsDealerNamed() {
    Ceremony now = afterRoundTwoOf(alice, forBob(anotherShare(), keyOf(ALICE)));

    assertAborted(complain(now), ALICE);
  }

  @Test
  void anOutOfRangeShareIsComplainedOfAndItsDealerNamed() {
    byte[] tooLarge = new byte[SealedShare.SHARE_LENGTH];
    Arrays.fill(tooLarge, (byte) 0xff);
    Ceremony now = afterRoundTwoOf(alice, forBob(tooLarge, keyOf(BOB)));

    assertAborted(complain(now), ALICE);
  }

  @Test
  void aFalseComplaintNamesTheComplainer() {
    Ceremony now = committee.runUntil(committee.propose(), CeremonyPhase.CONFIRMATION);

    Ceremony after = now.accept(sign(bob, complaint(now, ALICE, keyOf(BOB))));

    assertAborted(after, BOB);
  }

  @Test
  void aComplaintWithAnotherKeyProvesNothingAndIsRefused() {
    Ceremony now = committee.runUntil(committee.propose(), CeremonyPhase.CONFIRMATION);

    assertRefused(
        Rule.COMPLAINT_KEY_MISMATCH,
        () -> now.accept(sign(bob, complaint(now, ALICE, keyOf(ALICE)))));
  }

  @Test
  void aComplaintAgainstAStrangerOrOneselfIsRefused() {
    Ceremony now = committee.runUntil(committee.propose(), CeremonyPhase.CONFIRMATION);
    Complaint stranger = complaint(now, new Identifier(6), keyOf(BOB));
    Complaint self = complaint(now, BOB, keyOf(BOB));

    assertRefused(Rule.NOT_A_MEMBER, () -> now.accept(sign(bob, stranger)));
    assertRefused(Rule.WRONG_IDENTIFIER, () -> now.accept(sign(bob, self)));
  }

  @Test
  void aBadPossessionShareNamesItsSenderAndOthersProve() {
    Ceremony now = askedOfTheFirstThree();
    now = now.accept(sign(bob, share(now, BOB)));
    assertThat(now.culprits()).containsExactly(BOB);
    assertThat(now.waitingFor()).containsExactly(ALICE, CAROL, DAVE, ERIN);

    Ceremony after = provenBy(now, 1, 3, 4);

    assertThat(after.phase()).isEqualTo(CeremonyPhase.COMPLETE);
    assertThat(after.culprits()).containsExactly(BOB);
    assertThat(Ceremony.replay(after.messages()).possession()).isEqualTo(after.possession());
  }

  @Test
  void aSilentMemberIsPassedByAndNamedByNobody() {
    Ceremony after = provenBy(askedOfTheFirstThree(), 1, 3, 5);

    assertThat(after.phase()).isEqualTo(CeremonyPhase.COMPLETE);
    assertThat(after.culprits()).isEmpty();
  }

  @Test
  void twoPossessionSharesForOneSessionContradictEachOther() {
    Ceremony asked = askedOfTheFirstThree();
    Jws bad = sign(bob, share(asked, BOB));
    Ceremony now = asked.accept(bob.act(asked).orElseThrow());

    assertRefused(Rule.EQUIVOCATION, () -> now.accept(bad));
    assertThat(now.equivocation(bad)).isPresent();
  }

  @Test
  void aPossessionShareOverAnotherPackageOrByAnotherMemberIsRefused() {
    Ceremony now = askedOfTheFirstThree();
    PossessionShare bobs = share(now, BOB);
    PossessionShare other = new PossessionShare(id, BOB, Bytes32.ZERO, bobs.share(), bobs.next());

    assertRefused(Rule.PACKAGE_HASH_MISMATCH, () -> now.accept(sign(bob, other)));
    assertRefused(Rule.NOT_A_SIGNER, () -> now.accept(sign(committee.member(4), share(now, DAVE))));
  }

  /** A ceremony in which the first three have committed and a session asks them for shares. */
  private Ceremony askedOfTheFirstThree() {
    Ceremony now = committee.runUntil(committee.propose(), CeremonyPhase.POSSESSION);
    for (TestMember member : committee.members().subList(0, 3)) {
      now = now.accept(member.act(now).orElseThrow());
    }
    return now;
  }

  /** Makes a share of this member that is invalid in the first session. */
  private PossessionShare share(Ceremony now, Identifier member) {
    Bytes32 asked = ((ProvingPossession) now.state()).sessions().getFirst().hash();
    SignatureShare zero = SignatureShare.decode(new byte[32]);
    SigningCommitments next =
        RoundOne.commit(committee.member(1).key().signingShare(), random).commitments();
    return new PossessionShare(id, member, asked, zero, new NonceCommitment(9, next));
  }

  /** Lets only these members continue, each as long as it has anything to send. */
  private Ceremony provenBy(Ceremony from, int... members) {
    Ceremony now = from;
    for (int rounds = 0; rounds < 3 && now.phase() == CeremonyPhase.POSSESSION; rounds++) {
      for (int member : members) {
        Optional<Jws> message =
            now.phase() == CeremonyPhase.POSSESSION
                ? committee.member(member).act(now)
                : Optional.empty();
        now = message.isPresent() ? now.accept(message.get()) : now;
      }
    }
    return now;
  }

  @Test
  void anAbortedCeremonyTakesNothingMoreAndMembersStop() {
    Ceremony now = committee.runUntil(committee.propose(), CeremonyPhase.CONFIRMATION);
    Ceremony aborted = now.accept(sign(bob, complaint(now, ALICE, keyOf(BOB))));
    Jws confirmation = alice.act(now).orElseThrow();

    assertRefused(Rule.CEREMONY_ABORTED, () -> aborted.accept(confirmation));
    assertRefused(Rule.CEREMONY_ABORTED, () -> alice.act(aborted));
    assertRefused(Rule.WRONG_PHASE, () -> alice.in(plan).recover(aborted));
  }

  private static Bytes32 transcript(Ceremony now) {
    return ((ConfirmingTranscript) now.state()).outcome().transcript();
  }

  private static void assertAborted(Ceremony ceremony, Identifier culprit) {
    assertThat(ceremony.phase()).isEqualTo(CeremonyPhase.ABORTED);
    assertThat(ceremony.culprits()).containsExactly(culprit);
    assertThat(Ceremony.replay(ceremony.messages()).culprits()).containsExactly(culprit);
  }

  /** Makes bob's complaint about the transcript shown, against this member and with this key. */
  private Complaint complaint(Ceremony now, Identifier against, DecryptionKey key) {
    return new Complaint(id, BOB, against, transcript(now), key);
  }

  /** Bob looks at the board and complains by himself. */
  private Ceremony complain(Ceremony now) {
    Jws complaint = bob.act(now).orElseThrow();
    assertThat(complaint.unverified().type()).isEqualTo(Complaint.TYPE);
    return now.accept(complaint);
  }

  private Ceremony afterRoundTwoOf(TestMember dealer, SealedShare toBob) {
    Ceremony now = committee.runUntil(committee.propose(), CeremonyPhase.ROUND_TWO);
    RoundTwoMessage good =
        new ParticipantSecrets(plan, ALICE, dealer.seed()).roundTwo(keys(now), random);
    SortedMap<Identifier, SealedShare> shares = new TreeMap<>(good.shares());
    shares.put(BOB, toBob);
    now = now.accept(sign(dealer, new RoundTwoMessage(id, ALICE, good.roundOne(), shares)));
    for (TestMember member : committee.members().subList(1, 5)) {
      now = now.accept(member.act(now).orElseThrow());
    }
    return now;
  }

  private SealedShare forBob(byte[] share, DecryptionKey receiver) {
    return SealedShare.seal(share, receiver.encryptionKey(), random);
  }

  private byte[] anotherShare() {
    byte[] share = new byte[SealedShare.SHARE_LENGTH];
    share[31] = 1;
    return share;
  }

  private DecryptionKey keyOf(Identifier member) {
    Seed seed = committee.member(member.value()).seed();
    return new ParticipantSecrets(plan, member, seed).decryptionKey(ALICE);
  }

  private static RoundOneOutcome keys(Ceremony now) {
    return now.state().keys().orElseThrow();
  }

  private static Jws sign(TestMember member, CeremonyDocument document) {
    return member.identity().sign(document.toJson());
  }
}
