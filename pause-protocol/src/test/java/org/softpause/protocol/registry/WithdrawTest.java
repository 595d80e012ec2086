package org.softpause.protocol.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.Refusal.assertRefused;
import static org.softpause.protocol.fixture.TestRegistry.NOW;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Slot;
import org.softpause.protocol.decision.Withdraw;
import org.softpause.protocol.fixture.PauseBuilder;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.StrictJson;

/** A withdrawal voids what was proposed for its slot before it, and changes nothing else. */
class WithdrawTest {
  private final RegistryState empty = TestRegistry.state();

  private static Withdraw withdraw(MandateName mandate, int slot, long proposedAt) {
    return new Withdraw(mandate, 0, new Slot(slot), proposedAt, proposedAt + 600, Bytes32.ZERO);
  }

  @Test
  void aPauseProposedBeforeItIsNeverAnchored() {
    Pause regretted = new PauseBuilder().slot(3).build();
    long at = regretted.proposedAt();
    RegistryState after = TestRegistry.anchor(empty, withdraw(MandateName.STANDING, 3, at), NOW);
    assertRefused(
        Rule.PROPOSED_AT_NOT_RISING, () -> TestRegistry.anchor(after, regretted, NOW + 1));
    Pause later = new PauseBuilder().slot(3).proposedAt(at + 1).build();
    assertThat(TestRegistry.anchor(after, later, NOW + 1).pauses()).hasSize(1);
  }

  @Test
  void aLiftProposedBeforeItIsNeverAnchoredAndThePauseStays() {
    Pause pause = new PauseBuilder().slot(3).build();
    RegistryState paused = TestRegistry.anchor(empty, pause, NOW);
    RegistryState after =
        TestRegistry.anchor(paused, withdraw(MandateName.STANDING, 3, NOW + 2), NOW + 2);
    assertThat(after.pauses()).isEqualTo(paused.pauses());
    assertThat(after.reductions()).isEqualTo(paused.reductions());
    Bytes32 id = pause.id(TestRegistry.DOMAIN);
    assertRefused(
        Rule.PROPOSED_AT_NOT_RISING,
        () -> TestRegistry.anchor(after, TestRegistry.lift(3, id, NOW + 2), NOW + 3));
    assertThat(TestRegistry.anchor(after, TestRegistry.lift(3, id, NOW + 3), NOW + 3).sequence())
        .isEqualTo(3);
  }

  @Test
  void itIsAnchoredOnce() {
    Withdraw once = withdraw(MandateName.STANDING, 3, NOW);
    RegistryState after = TestRegistry.anchor(empty, once, NOW);
    assertRefused(Rule.PROPOSED_AT_NOT_RISING, () -> TestRegistry.anchor(after, once, NOW + 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 9, 10, 11})
  void emergencyWithdrawsNothingOfStanding(int slot) {
    assertRefused(Rule.SLOT_OUT_OF_RANGE, () -> withdraw(MandateName.EMERGENCY, slot, NOW));
    assertThat(withdraw(MandateName.EMERGENCY, 12, NOW).slot().value()).isEqualTo(12);
  }

  /** Otherwise EMERGENCY could void every lift by which STANDING would end its pause. */
  @Test
  void emergencyWithdrawsNothingWhileItsPauseRuns() {
    Pause urgent = new PauseBuilder().mandate(MandateName.EMERGENCY).slot(12).build();
    RegistryState paused = TestRegistry.anchor(empty, urgent, NOW);
    long free = urgent.expiresAt() + urgent.staggerSeconds() + urgent.rampSeconds();
    assertRefused(
        Rule.SLOT_OCCUPIED,
        () -> TestRegistry.anchor(paused, withdraw(MandateName.EMERGENCY, 12, free - 1), free - 1));
    assertThat(
            TestRegistry.anchor(paused, withdraw(MandateName.EMERGENCY, 12, free), free).sequence())
        .isEqualTo(2);
    assertThat(
            TestRegistry.anchor(paused, withdraw(MandateName.STANDING, 12, NOW + 5), NOW + 5)
                .sequence())
        .isEqualTo(2);
  }

  @Test
  void aSlotWithNothingButAWithdrawalIsReadBackFromJson() {
    RegistryState after = TestRegistry.anchor(empty, withdraw(MandateName.STANDING, 3, NOW), NOW);
    byte[] json = CanonicalJson.encode(RegistryStateJson.write(after));
    RegistryState read =
        StrictJson.read(json, 1 << 16, in -> RegistryStateJson.read(in, TestRegistry.genesis()));
    assertThat(read).isEqualTo(after);
  }
}
