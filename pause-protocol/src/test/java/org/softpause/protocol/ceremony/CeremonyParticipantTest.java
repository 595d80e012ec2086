package org.softpause.protocol.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.softpause.protocol.fixture.Refusal.assertRefused;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.softpause.frost.dkg.Seed;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.ceremony.document.CeremonyPlan;
import org.softpause.protocol.ceremony.document.Complaint;
import org.softpause.protocol.ceremony.document.RoundTwoMessage;
import org.softpause.protocol.fixture.TestCeremony;
import org.softpause.protocol.fixture.TestMember;
import org.softpause.protocol.fixture.TestRandom;
import org.softpause.protocol.jose.Jws;

class CeremonyParticipantTest {
  private static final long SEED = 20261123;

  private final SecureRandom random = TestRandom.seeded(SEED + 7);
  private final TestCeremony committee = TestCeremony.threeOfFive(SEED);
  private final TestMember alice = committee.member(1);
  private final CeremonyParticipant self = alice.in(committee.plan());

  @Test
  void aMessageMadeButNotSeenOnTheBoardIsSentAgainByteForByte() {
    for (CeremonyPhase phase :
        List.of(
            CeremonyPhase.PROPOSED,
            CeremonyPhase.ROUND_ONE,
            CeremonyPhase.ROUND_TWO,
            CeremonyPhase.ROSTER)) {
      TestCeremony fresh = TestCeremony.threeOfFive(SEED);
      TestMember bob = fresh.member(2);
      Ceremony now = fresh.runUntil(fresh.propose(), phase);
      Jws first = bob.act(now).orElseThrow();

      assertThat(bob.in(fresh.plan()).next(now, bob.sent()))
          .isEqualTo(new CeremonyStep.Send(first));
    }
  }

  @Test
  void aMemberWhoseMessageIsOnTheBoardWaitsForTheOthers() {
    Ceremony now = committee.propose();

    assertThat(self.next(now, alice.sent())).isEqualTo(new CeremonyStep.Wait(now.waitingFor()));
  }

  @Test
  void aBoardThatShowsAMessageOfOursThatWeDidNotMakeIsRefused() {
    Ceremony now = committee.runUntil(committee.propose(), CeremonyPhase.ROUND_ONE);
    CeremonyParticipant thief =
        CeremonyParticipant.of(committee.plan(), alice.identity(), Seed.generate(random), random);
    CeremonyStep.Send forged = (CeremonyStep.Send) thief.next(now, alice.sent());
    Ceremony after = now.accept(forged.message());

    assertRefused(Rule.OWN_MESSAGE_UNKNOWN, () -> self.next(after, alice.sent()));
  }

  @Test
  void anotherSeedThanThatOfRoundOneIsRefused() {
    Ceremony now = committee.runUntil(committee.propose(), CeremonyPhase.ROUND_TWO);
    CeremonyParticipant other =
        CeremonyParticipant.of(committee.plan(), alice.identity(), Seed.generate(random), random);

    assertRefused(Rule.OWN_MESSAGE_UNKNOWN, () -> other.next(now, alice.sent()));
  }

  @Test
  void aBoardThatLaterShowsAnotherRoundOneThanWeConfirmedIsRefused() {
    Ceremony now = committee.runUntil(committee.propose(), CeremonyPhase.ROUND_ONE);
    Ceremony shownToOthers = now;
    for (TestMember member : committee.members()) {
      now = now.accept(member.act(now).orElseThrow());
    }
    assertThat(alice.act(now)).isPresent();
    Ceremony split = shownToOthers;
    split = split.accept(alice.sent().get(1));
    split = split.accept(otherRoundOneOf(committee.member(2), split));
    for (TestMember member : committee.members().subList(2, 5)) {
      split = split.accept(member.sent().get(1));
    }
    Ceremony seen = split;

    assertThat(seen.phase()).isEqualTo(CeremonyPhase.ROUND_ONE_CONFIRMATION);
    assertRefused(Rule.SPLIT_VIEW, () -> self.next(seen, alice.sent()));
  }

  @Test
  void sharesAreSealedOnlyAfterAllHaveSignedTheSameRoundOne() {
    Ceremony now = committee.runUntil(committee.propose(), CeremonyPhase.ROUND_ONE_CONFIRMATION);
    for (TestMember member : committee.members().subList(0, 4)) {
      now = now.accept(member.act(now).orElseThrow());
    }
    Ceremony fourOfFive = now;

    assertThat(self.next(fourOfFive, alice.sent())).isInstanceOf(CeremonyStep.Wait.class);
    assertThat(alice.sent()).noneMatch(jws -> jws.unverified().type().equals(RoundTwoMessage.TYPE));
  }

  @Test
  void nothingIsConfirmedIfTheShareCouldNotBeKept() {
    Ceremony now = committee.runUntil(committee.propose(), CeremonyPhase.CONFIRMATION);
    CeremonyStep.KeepShare step = (CeremonyStep.KeepShare) self.next(now, alice.sent());

    assertThatThrownBy(
            () ->
                step.confirmOnceDurable(
                    (key, confirmation) -> {
                      throw new IllegalStateException("disk full");
                    }))
        .hasMessage("disk full");
  }

  @Test
  void theConfirmationIsAmongWhatIsKeptWithTheShare() {
    Ceremony now = committee.runUntil(committee.propose(), CeremonyPhase.CONFIRMATION);
    CeremonyStep.KeepShare step = (CeremonyStep.KeepShare) self.next(now, alice.sent());
    List<Jws> kept = new ArrayList<>();

    Jws confirmation = step.confirmOnceDurable((key, message) -> kept.add(message));

    assertThat(kept).containsExactly(confirmation);
    assertThat(now.accept(confirmation).waitingFor()).hasSize(4);
  }

  @Test
  void aMemberKnowsWhenTheCeremonyIsDone() {
    Ceremony complete = committee.complete();

    assertThat(self.next(complete, alice.sent()))
        .isEqualTo(
            new CeremonyStep.Done(
                complete.roster().orElseThrow(), complete.possession().orElseThrow()));
  }

  @Test
  void anotherCeremonyThanOursIsRefused() {
    TestCeremony other = TestCeremony.threeOfFive(SEED + 1);

    assertRefused(Rule.WRONG_CEREMONY, () -> self.next(other.propose(), List.of()));
  }

  @Test
  void aPlanWithoutUsGivesNoSeat() {
    CeremonyPlan other = TestCeremony.threeOfFive(SEED + 1).plan();

    assertRefused(Rule.NOT_A_MEMBER, () -> alice.in(other));
  }

  @Test
  void aShareCannotBeRecoveredBeforeAllSharesAreThere() {
    Ceremony now = committee.runUntil(committee.propose(), CeremonyPhase.ROUND_TWO);

    assertRefused(Rule.WRONG_PHASE, () -> self.recover(now));
  }

  @Test
  void nothingSecretIsPrinted() {
    Complaint complaint =
        new ParticipantSecrets(committee.plan(), self.identifier(), alice.seed())
            .complaint(self.identifier(), Bytes32.ZERO);

    assertThat(complaint.toString()).doesNotContain(complaint.decryptionKey().exposeSecretText());
    assertThat(complaint.ceremony()).isNotEqualTo(Bytes32.ZERO);
  }

  private Jws otherRoundOneOf(TestMember member, Ceremony seen) {
    CeremonyParticipant twin =
        CeremonyParticipant.of(seen.plan(), member.identity(), Seed.generate(random), random);
    return ((CeremonyStep.Send) twin.next(seen, member.sent().subList(0, 1))).message();
  }
}
