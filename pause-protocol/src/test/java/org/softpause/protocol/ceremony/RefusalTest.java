package org.softpause.protocol.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.softpause.protocol.fixture.Refusal.assertRefused;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.softpause.frost.Identifier;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.Sha256;
import org.softpause.protocol.ceremony.document.CeremonyConfirmation;
import org.softpause.protocol.ceremony.document.CeremonyDocument;
import org.softpause.protocol.ceremony.document.CeremonyPlan;
import org.softpause.protocol.ceremony.document.Complaint;
import org.softpause.protocol.ceremony.document.RosterDocument;
import org.softpause.protocol.ceremony.document.RoundOneConfirmation;
import org.softpause.protocol.ceremony.document.RoundOneMessage;
import org.softpause.protocol.ceremony.document.RoundTwoMessage;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.evidence.Equivocation;
import org.softpause.protocol.fixture.TestCeremony;
import org.softpause.protocol.fixture.TestMember;
import org.softpause.protocol.fixture.TestRandom;
import org.softpause.protocol.jose.DecryptionKey;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.jose.SealedShare;

/** The messages that a ceremony refuses without changing. */
class RefusalTest {
  private static final long SEED = 20261123;
  private static final Bytes32 OTHER = Sha256.hash(new byte[] {1});
  private static final Identifier ALICE = new Identifier(1);

  private final TestCeremony committee = TestCeremony.threeOfFive(SEED);
  private final TestMember alice = committee.member(1);
  private final TestMember bob = committee.member(2);
  private final Bytes32 id = committee.plan().id();

  @Test
  void aCeremonyOfNoMessagesIsRefused() {
    assertRefused(Rule.WRONG_PHASE, () -> Ceremony.replay(List.of()));
  }

  @Test
  void aPlanSignedByAStrangerIsRefused() {
    TestMember mallory = TestCeremony.threeOfFive(SEED + 1).member(1);

    assertRefused(Rule.NOT_A_MEMBER, () -> Ceremony.propose(mallory.propose(committee.plan())));
  }

  @Test
  void aMessageOfAStrangerIsRefused() {
    TestMember mallory = TestCeremony.threeOfFive(SEED + 1).member(1);
    Jws message = mallory.identity().sign(committee.plan().toJson());

    assertRefused(Rule.NOT_A_MEMBER, () -> committee.propose().accept(message));
  }

  @Test
  void aMessageWithAnotherMembersSignatureIsRefused() {
    List<String> bobs = List.of(plan(bob).compact().split("\\.", -1));
    List<String> alices = List.of(plan(alice).compact().split("\\.", -1));
    Jws forged = Jws.parse(bobs.get(0) + "." + bobs.get(1) + "." + alices.get(2));

    assertRefused(Rule.JWS_SIGNATURE_INVALID, () -> committee.propose().accept(forged));
  }

  @Test
  void anotherPlanIsOfAnotherCeremony() {
    Jws other = bob.identity().sign(TestCeremony.threeOfFive(SEED + 1).plan().toJson());

    assertRefused(Rule.WRONG_CEREMONY, () -> committee.propose().accept(other));
  }

  @Test
  void everyMessageOfAnotherCeremonyOfTheSameMembersIsRefused() {
    CeremonyPlan plan = committee.plan();
    CeremonyPlan second =
        new CeremonyPlan(
            plan.body(), plan.civil(), plan.minSigners(), plan.members(), OTHER, plan.createdAt());
    Ceremony now = Ceremony.propose(alice.identity().sign(second.toJson()));

    for (Jws replayed : committee.complete().messages()) {
      assertRefused(Rule.WRONG_CEREMONY, () -> now.accept(replayed));
    }
  }

  @Test
  void aMessageInTheNameOfAnotherMemberIsRefused() {
    Ceremony now = committee.runUntil(committee.propose(), CeremonyPhase.ROUND_ONE_CONFIRMATION);
    RoundOneConfirmation alices =
        new RoundOneConfirmation(id, ALICE, now.roundOneHash().orElseThrow());

    assertRefused(Rule.WRONG_IDENTIFIER, () -> now.accept(sign(bob, alices)));
  }

  @Test
  void aDocumentThatIsNoneOfACeremonyIsRefused() {
    Jws foreign =
        alice
            .identity()
            .sign("{\"type\":\"softpause-ballot-v1\"}".getBytes(StandardCharsets.UTF_8));

    assertRefused(Rule.DOCUMENT_TYPE_REFUSED, () -> committee.propose().accept(foreign));
  }

  @ParameterizedTest
  @EnumSource(
      value = CeremonyPhase.class,
      names = {"PROPOSED", "ROUND_ONE", "ROUND_ONE_CONFIRMATION", "ROUND_TWO", "CONFIRMATION"})
  void aMessageOfALaterPhaseIsRefusedUntilItsTimeComes(CeremonyPhase phase) {
    Ceremony now = committee.runUntil(committee.propose(), phase);
    Jws roster = committee.complete().messages().get(25);
    assertThat(roster.unverified().type()).isEqualTo(Roster.TYPE);

    assertRefused(Rule.WRONG_PHASE, () -> now.accept(roster));
  }

  @Test
  void aCompleteCeremonyTakesNothingMore() {
    Ceremony complete = committee.complete();
    Jws late = sign(bob, new Complaint(id, new Identifier(2), ALICE, OTHER, anyKey()));

    assertRefused(Rule.WRONG_PHASE, () -> complete.accept(late));
  }

  @Test
  void aSecondDifferentDocumentOfAKindIsEquivocationAndBothAreEvidence() {
    Ceremony now = committee.runUntil(committee.propose(), CeremonyPhase.ROUND_ONE_CONFIRMATION);
    Jws second = sign(alice, otherRoundOne());

    assertThatThrownBy(() -> now.accept(second))
        .isInstanceOf(RuleViolation.class)
        .hasMessageContaining("equivocation: member 1 (alice)");
    Equivocation evidence = now.equivocation(second).orElseThrow();
    assertThat(evidence.culprit().name()).isEqualTo("alice");
    assertThat(evidence.second()).isEqualTo(second);
    assertThat(now.messages()).contains(evidence.first()).doesNotContain(second);
  }

  @Test
  void theSameDocumentUnderAFreshSignatureIsNoEquivocation() {
    Ceremony now = committee.propose();
    Jws again = plan(alice);

    assertThat(again).isNotEqualTo(now.messages().getFirst());
    assertThat(now.accept(again)).isSameAs(now);
    assertThat(now.equivocation(again)).isEmpty();
  }

  @Test
  void aConfirmationOfAnotherRoundOneShowsASplitView() {
    Ceremony now = committee.runUntil(committee.propose(), CeremonyPhase.ROUND_ONE_CONFIRMATION);

    assertRefused(
        Rule.SPLIT_VIEW, () -> now.accept(sign(alice, new RoundOneConfirmation(id, ALICE, OTHER))));
  }

  @Test
  void sharesDealtUnderAnotherRoundOneShowASplitView() {
    Ceremony now = committee.runUntil(committee.propose(), CeremonyPhase.ROUND_TWO);
    RoundTwoMessage dealt = roundTwo(now);

    assertRefused(
        Rule.SPLIT_VIEW,
        () -> now.accept(sign(alice, new RoundTwoMessage(id, ALICE, OTHER, dealt.shares()))));
  }

  @Test
  void aMissingReceiverIsRefused() {
    Ceremony now = committee.runUntil(committee.propose(), CeremonyPhase.ROUND_TWO);
    RoundTwoMessage dealt = roundTwo(now);
    SortedMap<Identifier, SealedShare> tooFew = new TreeMap<>(dealt.shares());
    tooFew.remove(new Identifier(5));

    assertRefused(
        Rule.WRONG_RECEIVERS,
        () -> now.accept(sign(alice, new RoundTwoMessage(id, ALICE, dealt.roundOne(), tooFew))));
  }

  @Test
  void aShareToTheDealerItselfIsRefused() {
    Ceremony now = committee.runUntil(committee.propose(), CeremonyPhase.ROUND_TWO);
    RoundTwoMessage dealt = roundTwo(now);
    SortedMap<Identifier, SealedShare> tooMany = new TreeMap<>(dealt.shares());
    tooMany.put(ALICE, dealt.shares().values().iterator().next());

    assertRefused(
        Rule.WRONG_RECEIVERS,
        () -> now.accept(sign(alice, new RoundTwoMessage(id, ALICE, dealt.roundOne(), tooMany))));
  }

  @Test
  void aConfirmationOfAnotherTranscriptShowsASplitView() {
    Ceremony now = committee.runUntil(committee.propose(), CeremonyPhase.CONFIRMATION);

    assertRefused(
        Rule.SPLIT_VIEW, () -> now.accept(sign(alice, new CeremonyConfirmation(id, ALICE, OTHER))));
  }

  @Test
  void aRosterThatTheTranscriptDoesNotYieldIsRefused() {
    Ceremony now = committee.runUntil(committee.propose(), CeremonyPhase.ROSTER);
    Roster good = now.roster().orElseThrow();
    Roster notCivil =
        new Roster(
            id,
            good.transcript(),
            good.body(),
            false,
            good.minSigners(),
            good.groupKey(),
            good.members());

    assertRefused(
        Rule.ROSTER_MISMATCH, () -> now.accept(sign(alice, new RosterDocument(notCivil))));
  }

  private RoundOneMessage otherRoundOne() {
    ParticipantSecrets other = new ParticipantSecrets(committee.plan(), ALICE, bob.seed());
    return other.roundOne();
  }

  private RoundTwoMessage roundTwo(Ceremony now) {
    ParticipantSecrets secrets = new ParticipantSecrets(committee.plan(), ALICE, alice.seed());
    return secrets.roundTwo(now.state().keys().orElseThrow(), TestRandom.seeded(SEED));
  }

  private static DecryptionKey anyKey() {
    return DecryptionKey.derive(new byte[] {7});
  }

  private Jws plan(TestMember member) {
    return member.identity().sign(committee.plan().toJson());
  }

  private static Jws sign(TestMember member, CeremonyDocument document) {
    return member.identity().sign(document.toJson());
  }
}
