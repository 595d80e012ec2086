package org.softpause.protocol.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.Refusal.assertRefused;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.softpause.frost.Identifier;
import org.softpause.frost.KeyPackage;
import org.softpause.frost.dkg.RoundOnePackage;
import org.softpause.frost.dkg.Seed;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.ceremony.document.CeremonyConfirmation;
import org.softpause.protocol.ceremony.document.CeremonyDocument;
import org.softpause.protocol.ceremony.document.CeremonyPlan;
import org.softpause.protocol.ceremony.document.CeremonyPurpose;
import org.softpause.protocol.ceremony.document.Complaint;
import org.softpause.protocol.ceremony.document.RosterDocument;
import org.softpause.protocol.ceremony.document.RoundOneMessage;
import org.softpause.protocol.ceremony.document.RoundTwoMessage;
import org.softpause.protocol.fixture.TestCeremony;
import org.softpause.protocol.fixture.TestMember;
import org.softpause.protocol.fixture.TestRandom;
import org.softpause.protocol.jose.DecryptionKey;
import org.softpause.protocol.jose.EncryptionKey;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.jose.SealedShare;

/**
 * Participants who lie at every step of a resharing. The new members are 1 bob, 2 alice, 3 frank
 * and 4 grace; 5 dave and 6 erin deal and leave. So dave, member 4 of the old committee, is named
 * as participant 5.
 */
class SuccessionEvidenceTest {
  private static final long SEED = 20261123;
  private static final SortedMap<Identifier, EncryptionKey> NO_KEYS = Collections.emptySortedMap();
  private static final Identifier BOB = new Identifier(1);
  private static final Identifier FRANK = new Identifier(3);
  private static final Identifier GRACE = new Identifier(4);
  private static final Identifier DAVE = new Identifier(5);

  private final SecureRandom random = TestRandom.seeded(SEED);
  private final TestCeremony before = TestCeremony.threeOfFive(SEED);
  private final Ceremony founded = before.complete();
  private final TestCeremony committee =
      before.succeed(
          founded,
          CeremonyPurpose.RESHARE,
          3,
          List.of("alice", "dave", "erin"),
          List.of("bob", "alice", "frank", "grace"));
  private final CeremonyPlan plan = committee.plan();
  private final Bytes32 id = plan.id();
  private final TestMember bob = committee.member(1);
  private final TestMember frank = committee.member(3);
  private final TestMember dave = committee.member(5);

  @Test
  void aDealerWhoDealsAnotherSecretThanItsShareIsNamed() {
    KeyPackage erins = before.member(5).key();

    assertAborted(afterRoundOneOf(dave, packageOf(erins)), DAVE);
  }

  @Test
  void aDealerWhoseProofIsOfAnotherCeremonyIsNamed() {
    TestCeremony other =
        before.succeed(
            founded,
            CeremonyPurpose.RESHARE,
            3,
            List.of("alice", "dave", "erin"),
            List.of("bob", "alice", "frank", "grace"));
    RoundOnePackage replayed = roundOneOf(other, 5).published().orElseThrow();

    assertAborted(afterRoundOneOf(dave, replayed), DAVE);
  }

  @Test
  void aDealerWithAnotherThresholdInMindIsNamed() {
    TestCeremony other =
        before.succeed(
            founded,
            CeremonyPurpose.RESHARE,
            2,
            List.of("alice", "dave", "erin"),
            List.of("bob", "alice", "frank", "grace"));

    assertAborted(afterRoundOneOf(dave, roundOneOf(other, 5).published().orElseThrow()), DAVE);
  }

  @Test
  void anOldMemberWhomThePlanDoesNotHaveDealIsRefused() {
    Ceremony now = committee.runUntil(committee.propose(), CeremonyPhase.ROUND_ONE);
    RoundOnePackage bobs = packageOf(before.member(2).key());
    RoundOneMessage dealing =
        new RoundOneMessage(id, BOB, Optional.of(bobs), keysFor(DAVE, keyOf(bob, BOB)));

    assertRefused(Rule.WRONG_ROLE, () -> now.accept(sign(bob, dealing)));
  }

  @Test
  void anOldMemberWhoIsNeitherDealerNorMemberHasNoSay() {
    Ceremony now = committee.propose();
    TestMember carol = before.member(3);

    assertRefused(Rule.NOT_A_MEMBER, () -> now.accept(sign(carol, plan)));
  }

  @Test
  void aLeaverWhoAsksForAShareIsRefused() {
    Ceremony now = committee.runUntil(committee.propose(), CeremonyPhase.ROUND_ONE);
    RoundOneMessage greedy =
        new RoundOneMessage(
            id, DAVE, roundOneOf(committee, 5).published(), keysFor(DAVE, keyOf(dave, DAVE)));

    assertRefused(Rule.WRONG_ROLE, () -> now.accept(sign(dave, greedy)));
  }

  @Test
  void aReceiverWithoutAKeyForEachDealerIsRefused() {
    Ceremony now = committee.runUntil(committee.propose(), CeremonyPhase.ROUND_ONE);
    SortedMap<Identifier, EncryptionKey> keys =
        new TreeMap<>(
            new ParticipantSecrets(plan, FRANK, frank.seed()).roundOne().encryptionKeys());
    assertThat(keys.keySet()).containsExactly(new Identifier(2), DAVE, new Identifier(6));
    SortedMap<Identifier, EncryptionKey> fewer = new TreeMap<>(keys.headMap(new Identifier(6)));
    SortedMap<Identifier, EncryptionKey> more = new TreeMap<>(keys);
    more.put(GRACE, keyOf(frank, FRANK));

    for (SortedMap<Identifier, EncryptionKey> wrong : List.of(fewer, more)) {
      RoundOneMessage sent = new RoundOneMessage(id, FRANK, Optional.empty(), wrong);
      assertRefused(Rule.MISSING_MEMBER, () -> now.accept(sign(frank, sent)));
    }
  }

  /** Other shares must stay sealed: the constants of the dealers' polynomials are shares in use. */
  @Test
  void aComplaintOpensTheShareOfTheAccusedAndNoOther() {
    byte[] one = new byte[SealedShare.SHARE_LENGTH];
    one[31] = 1;
    Ceremony now = afterRoundTwoOf(dave, FRANK, SealedShare.seal(one, keyOf(frank, FRANK), random));
    Ceremony after = now.accept(complaint(frank, now));

    DecryptionKey published =
        after.accepted().all(Complaint.class).values().iterator().next().decryptionKey();
    after
        .accepted()
        .all(RoundTwoMessage.class)
        .forEach(
            (dealer, dealt) ->
                dealt.shares().forEach((to, jwe) -> assertOpens(jwe, published, dealer, to)));
  }

  private static void assertOpens(
      SealedShare jwe, DecryptionKey key, Identifier dealer, Identifier to) {
    if (dealer.equals(DAVE) && to.equals(FRANK)) {
      assertThat(jwe.open(key)).hasSize(SealedShare.SHARE_LENGTH);
    } else {
      assertRefused(Rule.SEALED_SHARE_NOT_FOR_US, () -> jwe.open(key));
    }
  }

  @Test
  void aDealerWithoutACommitmentAndAReceiverWithoutAKeyAreRefused() {
    Ceremony now = committee.runUntil(committee.propose(), CeremonyPhase.ROUND_ONE);

    assertRefused(
        Rule.MISSING_MEMBER,
        () -> now.accept(sign(dave, new RoundOneMessage(id, DAVE, Optional.empty(), NO_KEYS))));
    assertRefused(
        Rule.MISSING_MEMBER,
        () -> now.accept(sign(frank, new RoundOneMessage(id, FRANK, Optional.empty(), NO_KEYS))));
  }

  @Test
  void aShareThatDoesNotFitIsComplainedOfByANewcomerAndItsLeavingDealerNamed() {
    byte[] one = new byte[SealedShare.SHARE_LENGTH];
    one[31] = 1;
    EncryptionKey franks = keyOf(frank, FRANK);
    Ceremony now = afterRoundTwoOf(dave, FRANK, SealedShare.seal(one, franks, random));

    Ceremony after = now.accept(complaint(frank, now));

    assertAborted(after, DAVE);
    assertRefused(Rule.CEREMONY_ABORTED, () -> bob.act(after));
  }

  @Test
  void aShareSealedToAnotherIsComplainedOfAndItsDealerNamed() {
    byte[] one = new byte[SealedShare.SHARE_LENGTH];
    one[31] = 1;
    EncryptionKey bobs = keyOf(bob, BOB);
    Ceremony now = afterRoundTwoOf(dave, FRANK, SealedShare.seal(one, bobs, random));

    assertAborted(now.accept(complaint(frank, now)), DAVE);
  }

  @Test
  void aFalseComplaintNamesTheComplainer() {
    Ceremony now = committee.runUntil(committee.propose(), CeremonyPhase.CONFIRMATION);

    Bytes32 transcript = transcript(now);
    Jws complaint =
        sign(frank, new Complaint(id, FRANK, DAVE, transcript, decryptionKeyOf(frank, FRANK)));

    assertAborted(now.accept(complaint), FRANK);
  }

  /**
   * Alice deals as member 2, and her own machine has damaged the share that she deals to herself.
   */
  @Test
  void aComplaintThatTheBoardWouldRefuseIsNotSent() {
    TestMember alice = committee.member(2);
    Identifier self = new Identifier(2);
    Ceremony now = committee.runUntil(committee.propose(), CeremonyPhase.ROUND_TWO);
    RoundOneOutcome settled = now.state().keys().orElseThrow();
    ParticipantSecrets alices =
        new ParticipantSecrets(plan, self, alice.seed(), Optional.of(before.member(1).key()));
    RoundTwoMessage good = alices.roundTwo(settled, random);
    byte[] one = new byte[SealedShare.SHARE_LENGTH];
    one[31] = 1;
    SortedMap<Identifier, SealedShare> shares = new TreeMap<>(good.shares());
    shares.put(self, SealedShare.seal(one, settled.sealingKey(self, self), random));
    Jws damaged = sign(alice, new RoundTwoMessage(id, self, good.roundOne(), shares));
    List<Jws> sent = new ArrayList<>(alice.sent());
    sent.add(damaged);
    now = now.accept(damaged);
    for (int other : List.of(5, 6)) {
      now = now.accept(committee.member(other).act(now).orElseThrow());
    }
    Ceremony shown = now;

    assertRefused(Rule.WRONG_IDENTIFIER, () -> alice.in(plan).next(shown, sent));
  }

  @Test
  void nobodyComplainsOfOneWhoDoesNotDealAndALeaverNotAtAll() {
    Ceremony now = committee.runUntil(committee.propose(), CeremonyPhase.CONFIRMATION);
    DecryptionKey key = decryptionKeyOf(frank, FRANK);
    Bytes32 shown = transcript(now);
    Identifier stranger = new Identifier(7);

    assertRefused(
        Rule.WRONG_ROLE,
        () -> now.accept(sign(frank, new Complaint(id, FRANK, GRACE, shown, key))));
    assertRefused(
        Rule.WRONG_ROLE, () -> now.accept(sign(dave, new Complaint(id, DAVE, BOB, shown, key))));
    assertRefused(
        Rule.NOT_A_MEMBER,
        () -> now.accept(sign(frank, new Complaint(id, FRANK, stranger, shown, key))));
  }

  @Test
  void sharesForOthersThanTheNewMembersAreRefused() {
    Ceremony now = committee.runUntil(committee.propose(), CeremonyPhase.ROUND_TWO);
    RoundTwoMessage good = partOf(committee, 5).roundTwo(now.state().keys().orElseThrow(), random);
    SortedMap<Identifier, SealedShare> fewer = new TreeMap<>(good.shares());
    fewer.remove(FRANK);

    assertRefused(
        Rule.WRONG_RECEIVERS,
        () -> now.accept(sign(dave, new RoundTwoMessage(id, DAVE, good.roundOne(), fewer))));
    assertRefused(
        Rule.WRONG_ROLE,
        () ->
            now.accept(
                sign(frank, new RoundTwoMessage(id, FRANK, good.roundOne(), good.shares()))));
  }

  @Test
  void aLeaverSignsTheTranscriptButNeitherRosterNorPossession() {
    Ceremony confirming = committee.runUntil(committee.propose(), CeremonyPhase.CONFIRMATION);
    assertThat(confirming.waitingFor()).contains(DAVE);
    Ceremony now = committee.runUntil(confirming, CeremonyPhase.ROSTER);

    assertRefused(
        Rule.WRONG_ROLE,
        () -> now.accept(sign(dave, new RosterDocument(now.roster().orElseThrow()))));
    assertThat(dave.act(now)).isEmpty();
    assertThat(committee.runUntil(now, CeremonyPhase.POSSESSION).waitingFor()).doesNotContain(DAVE);
  }

  @Test
  void aLeaverWhoSignsAnotherTranscriptIsRefused() {
    Ceremony now = committee.runUntil(committee.propose(), CeremonyPhase.CONFIRMATION);

    assertRefused(
        Rule.SPLIT_VIEW,
        () -> now.accept(sign(dave, new CeremonyConfirmation(id, DAVE, Bytes32.ZERO))));
  }

  @Test
  void aMemberWithoutTheShareThatThePlanHasItDealStops() {
    Ceremony now = committee.runUntil(committee.propose(), CeremonyPhase.ROUND_ONE);
    CeremonyParticipant without =
        CeremonyParticipant.of(plan, dave.identity(), dave.seed(), random);

    assertRefused(Rule.WRONG_ROLE, () -> without.next(now, dave.sent()));
  }

  @Test
  void aShareOfAnotherCommitteeIsNotDealt() {
    TestCeremony stranger = TestCeremony.threeOfFive(SEED + 1);
    stranger.complete();

    assertRefused(Rule.WRONG_ROSTER, () -> dealing(dave, stranger.member(4).key()));
    assertRefused(Rule.WRONG_ROSTER, () -> dealing(dave, before.member(5).key()));
    assertRefused(Rule.WRONG_ROLE, () -> dealing(bob, before.member(2).key()));
  }

  @Test
  void anotherSeedThanThatOfRoundOneRecoversNothing() {
    Ceremony complete = committee.complete();
    CeremonyParticipant wrong =
        CeremonyParticipant.of(plan, frank.identity(), Seed.generate(random), random);

    assertRefused(Rule.OWN_MESSAGE_UNKNOWN, () -> wrong.recover(complete));
  }

  private CeremonyParticipant dealing(TestMember member, KeyPackage share) {
    return CeremonyParticipant.dealing(plan, member.identity(), member.seed(), share, random);
  }

  private Jws complaint(TestMember member, Ceremony now) {
    Jws complaint = member.act(now).orElseThrow();
    assertThat(complaint.unverified().type()).isEqualTo(Complaint.TYPE);
    return complaint;
  }

  private Ceremony afterRoundOneOf(TestMember liar, RoundOnePackage lie) {
    Ceremony now = committee.runUntil(committee.propose(), CeremonyPhase.ROUND_ONE);
    now = now.accept(sign(liar, new RoundOneMessage(id, DAVE, Optional.of(lie), NO_KEYS)));
    for (TestMember member : committee.members()) {
      if (member != liar) {
        now = now.accept(member.act(now).orElseThrow());
      }
    }
    return now;
  }

  private Ceremony afterRoundTwoOf(TestMember dealer, Identifier receiver, SealedShare bad) {
    Ceremony now = committee.runUntil(committee.propose(), CeremonyPhase.ROUND_TWO);
    RoundTwoMessage good = partOf(committee, 5).roundTwo(now.state().keys().orElseThrow(), random);
    SortedMap<Identifier, SealedShare> shares = new TreeMap<>(good.shares());
    shares.put(receiver, bad);
    now = now.accept(sign(dealer, new RoundTwoMessage(id, DAVE, good.roundOne(), shares)));
    for (int other : List.of(2, 6)) {
      now = now.accept(committee.member(other).act(now).orElseThrow());
    }
    return now;
  }

  /** Makes the round-one package of somebody who commits to this share in dave's place. */
  private RoundOnePackage packageOf(KeyPackage share) {
    return new ParticipantSecrets(plan, DAVE, dave.seed(), Optional.of(share))
        .roundOne()
        .published()
        .orElseThrow();
  }

  private RoundOneMessage roundOneOf(TestCeremony of, int participant) {
    return partOf(of, participant).roundOne();
  }

  private ParticipantSecrets partOf(TestCeremony of, int participant) {
    return new ParticipantSecrets(
        of.plan(),
        new Identifier(participant),
        of.member(participant).seed(),
        Optional.of(before.member(participant - 1).key()));
  }

  private static SortedMap<Identifier, EncryptionKey> keysFor(
      Identifier dealer, EncryptionKey key) {
    return new TreeMap<>(Map.of(dealer, key));
  }

  private EncryptionKey keyOf(TestMember member, Identifier participant) {
    return decryptionKeyOf(member, participant).encryptionKey();
  }

  /** The key that opens the share that dave deals to this member. */
  private DecryptionKey decryptionKeyOf(TestMember member, Identifier participant) {
    return new ParticipantSecrets(plan, participant, member.seed()).decryptionKey(DAVE);
  }

  private static Bytes32 transcript(Ceremony now) {
    return ((ConfirmingTranscript) now.state()).outcome().transcript();
  }

  private static void assertAborted(Ceremony ceremony, Identifier culprit) {
    assertThat(ceremony.phase()).isEqualTo(CeremonyPhase.ABORTED);
    assertThat(ceremony.culprits()).containsExactly(culprit);
    assertThat(Ceremony.replay(ceremony.messages()).culprits()).containsExactly(culprit);
  }

  private static Jws sign(TestMember member, CeremonyDocument document) {
    return member.identity().sign(document.toJson());
  }
}
