package org.softpause.signer.deciding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.TestRegistry.NOW;
import static org.softpause.signer.world.Fixtures.hash;
import static org.softpause.signer.world.Refusals.refused;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.softpause.frost.SecretBytes;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.Slot;
import org.softpause.protocol.decision.Withdraw;
import org.softpause.protocol.fixture.PauseBuilder;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.fixture.TestCommittee;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.jose.SoftwareIdentity;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.signer.state.IdentityKey;
import org.softpause.signer.state.SignerState;

/** What a proposer asked for, as the decision that follows from the log. */
class DecisionDraftTest {
  private static final Bytes32 REASONS = hash("reasons");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final RegistryState EMPTY = TestRegistry.state();
  private static final Pause FIRST = new PauseBuilder().build();
  private static final SignerState OWN =
      SignerState.fresh(
          "alice",
          new IdentityKey.Software(
              SecretBytes.copyOf(SoftwareIdentity.generate(new SeededRandom(52)).secretBytes())));

  /** The registry's lead is five seconds. */
  @ParameterizedTest
  @CsvSource({"0, 5", "5, 5", "60, 60"})
  void aPauseLastsFromItsStartWhichIsNoEarlierThanTheRegistryAllows(long startsIn, long start) {
    Pause pause = pause(Optional.empty(), startsIn).decision(EMPTY, OWN, NOW, REASONS);
    assertThat(pause.effectiveAt()).isEqualTo(NOW + startsIn);
    assertThat(pause.expiresAt()).isEqualTo(NOW + start + 3_600);
    assertThat(pause.proposedAt()).isEqualTo(NOW);
    assertThat(pause.anchorBy()).isEqualTo(NOW + 600);
    assertThat(pause.slot()).isEqualTo(new Slot(0));
    assertThat(pause.scope().regions()).containsExactly(250, 276);
    assertThat(pause.reasonHash()).isEqualTo(REASONS);
  }

  @Test
  void aPauseSparesWhatTheRegistryExemptsUnlessMoreIsNamed() {
    assertThat(
            pause(Optional.empty(), 0).decision(EMPTY, OWN, NOW, REASONS).scope().minPeakPflops())
        .isEqualTo(TestRegistry.PARAMETERS.exemptBelowPflops());
    assertThat(
            pause(Optional.of(Pflops.of(900)), 0)
                .decision(EMPTY, OWN, NOW, REASONS)
                .scope()
                .minPeakPflops())
        .isEqualTo(Pflops.of(900));
  }

  /** The slot's latest decision was proposed at {@code NOW}. */
  @ParameterizedTest
  @CsvSource({"-1, 1", "0, 1", "1, 1", "2, 2"})
  void whatIsProposedForASlotIsLaterThanAllThatWasAnchoredThere(long clock, long proposed) {
    RegistryState anchored = TestRegistry.anchor(EMPTY, FIRST, NOW);
    Lift lift = lift(FIRST).decision(anchored, NOW + clock, REASONS);
    Withdraw withdraw =
        new WithdrawDraft(MandateName.STANDING, new Slot(0), HOUR)
            .decision(anchored, NOW + clock, REASONS);
    Pause pause =
        new PauseDraft(
                MandateName.STANDING,
                Optional.of(new Slot(0)),
                List.of(),
                1,
                Optional.empty(),
                500,
                Duration.ZERO,
                HOUR,
                Duration.ofSeconds(10),
                Duration.ZERO,
                false,
                HOUR)
            .decision(anchored, OWN, NOW + clock, REASONS);
    assertThat(lift.proposedAt()).isEqualTo(NOW + proposed);
    assertThat(lift.anchorBy()).isEqualTo(NOW + proposed + 3_600);
    assertThat(withdraw.proposedAt()).isEqualTo(NOW + proposed);
    assertThat(withdraw.anchorBy()).isEqualTo(NOW + proposed + 3_600);
    assertThat(pause.proposedAt()).isEqualTo(NOW + proposed);
  }

  @Test
  void aLiftIsForTheSlotOfItsPauseWhichMustBeInForce() {
    Pause third = new PauseBuilder().slot(2).build();
    RegistryState anchored =
        TestRegistry.anchor(TestRegistry.anchor(EMPTY, FIRST, NOW), third, NOW);
    assertThat(lift(third).decision(anchored, NOW, REASONS).slot()).isEqualTo(new Slot(2));
    refused(Rule.SLOT_NOT_OCCUPIED, () -> lift(third).decision(EMPTY, NOW, REASONS));
    long over = third.expiresAt() + 60;
    refused(Rule.SLOT_NOT_OCCUPIED, () -> lift(third).decision(anchored, over, REASONS));
  }

  @Test
  void aLicenceIsRenewedForAsLongAsTheRegistryAllowsUnlessASpanIsNamed() {
    RegistryState licensed = RegistryState.genesis(TestRegistry.genesis(TestRegistry.LICENSED));
    Renew longest = new RenewDraft(Optional.empty(), HOUR).decision(licensed, NOW, REASONS);
    Renew shorter =
        new RenewDraft(Optional.of(Duration.ofDays(2)), HOUR).decision(licensed, NOW, REASONS);
    assertThat(longest.operatingUntil()).isEqualTo(NOW + 604_800);
    assertThat(longest.anchorBy()).isEqualTo(NOW + 3_600);
    assertThat(shorter.operatingUntil()).isEqualTo(NOW + 172_800);
  }

  @Test
  void committeesAreListedOnceEachByTheirKeysInOrder() {
    CommitteeKey newcomer = TestCommittee.civil("dave's body").key();
    List<CommitteeKey> today = EMPTY.committees(MandateName.STANDING);
    CommitteeKey reshared = new CommitteeKey(today.getFirst().key(), true, hash("reshared"));
    Rotate rotate =
        rotation(true, false).decision(EMPTY, List.of(newcomer, reshared), NOW, REASONS);
    assertThat(rotate.committees())
        .containsExactlyInAnyOrder(newcomer, reshared, today.getLast())
        .isSortedAccordingTo((one, other) -> one.x().compareTo(other.x()));
    assertThat(rotate.anchorBy()).isEqualTo(NOW + 3_600);
    assertThat(rotation(false, false).decision(EMPTY, List.of(newcomer), NOW, REASONS).committees())
        .containsExactly(newcomer);
    assertThat(rotation(true, false).decision(EMPTY, List.of(), NOW, REASONS).committees())
        .isEqualTo(today);
  }

  @Test
  void nobodyIsListedOnlyWhereADeletionIsMeant() {
    List<CommitteeKey> one = List.of(TestCommittee.civil("dave's body").key());
    assertThat(
            new RotateDraft(MandateName.EMERGENCY, List.of(), false, true, HOUR)
                .decision(EMPTY, List.of(), NOW, REASONS)
                .committees())
        .isEmpty();
    refused(
        Rule.COMMITTEE_COUNT_OUT_OF_RANGE,
        () -> rotation(false, false).decision(EMPTY, List.of(), NOW, REASONS));
    refused(
        Rule.COMMITTEE_COUNT_OUT_OF_RANGE,
        () -> rotation(false, true).decision(EMPTY, one, NOW, REASONS));
    refused(
        Rule.COMMITTEE_COUNT_OUT_OF_RANGE,
        () -> rotation(true, true).decision(EMPTY, List.of(), NOW, REASONS));
  }

  private static RotateDraft rotation(boolean keepOthers, boolean delete) {
    return new RotateDraft(MandateName.STANDING, List.of(), keepOthers, delete, HOUR);
  }

  private static LiftDraft lift(Pause pause) {
    return new LiftDraft(MandateName.STANDING, pause.id(TestRegistry.DOMAIN), HOUR);
  }

  private static PauseDraft pause(Optional<Pflops> least, long startsIn) {
    return new PauseDraft(
        MandateName.STANDING,
        Optional.empty(),
        List.of(276, 250),
        1,
        least,
        500,
        Duration.ofSeconds(startsIn),
        HOUR,
        Duration.ofSeconds(10),
        Duration.ofSeconds(3),
        false,
        Duration.ofMinutes(10));
  }
}
