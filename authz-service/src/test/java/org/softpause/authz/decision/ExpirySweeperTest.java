package org.softpause.authz.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.TestRegistry.NOW;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.Slot;
import org.softpause.protocol.decision.Withdraw;
import org.softpause.protocol.fixture.PauseBuilder;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.registry.RegistryState;

class ExpirySweeperTest {
  private static final RegistryState EMPTY = TestRegistry.state();
  private static final Pause PAUSE = new PauseBuilder().build();

  @Test
  void aDecisionExpiresOnceABlockThatIsFinalIsLaterThanItsLastMoment() {
    assertThat(fate(PAUSE, EMPTY, PAUSE.anchorBy())).isEmpty();
    assertThat(fate(PAUSE, EMPTY, PAUSE.anchorBy() + 1)).contains(DecisionState.EXPIRED);
  }

  @Test
  void whatItsSlotHasMovedPastIsSuperseded() {
    assertThat(fate(PAUSE, withdrawn(NOW - 1), NOW)).isEmpty();
    assertThat(fate(PAUSE, withdrawn(NOW), NOW)).contains(DecisionState.SUPERSEDED);
    Pause elsewhere = new PauseBuilder().slot(1).build();
    assertThat(fate(elsewhere, withdrawn(NOW), NOW)).isEmpty();
  }

  @Test
  void whatItsMandateHasMovedPastIsSupersededEvenIfItIsAlsoOver() {
    RegistryState rotated = TestRegistry.anchor(EMPTY, rotate(MandateName.STANDING), NOW);
    assertThat(fate(PAUSE, rotated, NOW)).contains(DecisionState.SUPERSEDED);
    assertThat(fate(PAUSE, rotated, PAUSE.anchorBy() + 1)).contains(DecisionState.SUPERSEDED);
    assertThat(fate(new PauseBuilder().epoch(1).build(), rotated, NOW)).isEmpty();
  }

  @Test
  void aRotationIsSupersededByAnotherOfItsTarget() {
    Rotate waiting = rotate(MandateName.EMERGENCY);
    assertThat(fate(waiting, EMPTY, NOW)).isEmpty();
    RegistryState rotated = TestRegistry.anchor(EMPTY, waiting, NOW);
    assertThat(fate(waiting, rotated, NOW)).contains(DecisionState.SUPERSEDED);
  }

  @Test
  void aRenewalIsSupersededByALicenceThatRunsAsLong() {
    RegistryState licensed = RegistryState.genesis(TestRegistry.genesis(TestRegistry.LICENSED));
    long until = licensed.operatingUntil();
    assertThat(fate(renew(until), licensed, NOW)).contains(DecisionState.SUPERSEDED);
    assertThat(fate(renew(until - 1), licensed, NOW)).contains(DecisionState.SUPERSEDED);
    assertThat(fate(renew(until + 1), licensed, NOW)).isEmpty();
  }

  private static Optional<DecisionState> fate(
      Decision decision, RegistryState last, long finalisedAt) {
    return ExpirySweeper.fate(decision, last, finalisedAt);
  }

  private static RegistryState withdrawn(long proposedAt) {
    Withdraw withdraw =
        new Withdraw(
            MandateName.STANDING, 0, new Slot(0), proposedAt, proposedAt + 600, Bytes32.ZERO);
    return TestRegistry.anchor(EMPTY, withdraw, NOW);
  }

  private static Renew renew(long until) {
    return new Renew(MandateName.STANDING, 0, until, NOW, NOW + 600, Bytes32.ZERO);
  }

  private static Rotate rotate(MandateName target) {
    return new Rotate(
        MandateName.STANDING,
        0,
        target,
        0,
        List.of(EMPTY.committees(MandateName.STANDING).getFirst()),
        NOW,
        NOW + 600,
        Bytes32.ZERO);
  }
}
