package org.softpause.signer.deciding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.TestRegistry.NOW;
import static org.softpause.signer.world.Fixtures.hash;
import static org.softpause.signer.world.Refusals.refused;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.softpause.frost.SecretBytes;
import org.softpause.protocol.Rule;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Slot;
import org.softpause.protocol.decision.Withdraw;
import org.softpause.protocol.fixture.PauseBuilder;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.fixture.TestRegistry;
import org.softpause.protocol.jose.SoftwareIdentity;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.signer.state.BallotChoice;
import org.softpause.signer.state.BallotRecord;
import org.softpause.signer.state.IdentityKey;
import org.softpause.signer.state.NonceLedger;
import org.softpause.signer.state.SignerState;

class FreeSlotTest {
  private static final SecureRandom RANDOM = new SeededRandom(51);
  private static final SoftwareIdentity ALICE = SoftwareIdentity.generate(RANDOM);
  private static final RegistryState EMPTY = TestRegistry.state();
  private static final Pause FIRST = new PauseBuilder().build();

  @ParameterizedTest
  @CsvSource({
    "STANDING, false, 0",
    "STANDING, true, 10",
    "EMERGENCY, false, 12",
    "EMERGENCY, true, 15"
  })
  void theFirstSlotIsOfTheMandateAndForDrillsOnlyIfItIsOne(
      MandateName mandate, boolean drill, int slot) {
    assertThat(FreeSlot.find(EMPTY, fresh(), mandate, drill, NOW)).isEqualTo(new Slot(slot));
  }

  @Test
  void aSlotThatHoldsAPauseIsPassedOverUntilItHasExpired() {
    RegistryState occupied = TestRegistry.anchor(EMPTY, FIRST, NOW);
    assertThat(standing(occupied, fresh(), NOW)).isEqualTo(new Slot(1));
    assertThat(standing(occupied, fresh(), FIRST.expiresAt() + 60)).isEqualTo(new Slot(0));
  }

  @Test
  void aSlotThatThisSignerApprovedAPauseForIsPassedOverWhileThatCanBeAnchored() {
    SignerState approved = approved(FIRST);
    assertThat(standing(EMPTY, approved, FIRST.anchorBy())).isEqualTo(new Slot(1));
    assertThat(standing(EMPTY, approved, FIRST.anchorBy() + 1)).isEqualTo(new Slot(0));
  }

  @Test
  void aSlotIsFreeOnceWhatWasApprovedForItIsVoid() {
    assertThat(standing(withdrawn(NOW), approved(FIRST), NOW)).isEqualTo(new Slot(0));
    assertThat(standing(withdrawn(NOW - 1), approved(FIRST), NOW)).isEqualTo(new Slot(1));
  }

  @Test
  void whatIsNoPauseKeepsNoSlot() {
    Decision lift = TestRegistry.lift(0, hash("pause"), NOW);
    assertThat(standing(EMPTY, approved(lift), NOW)).isEqualTo(new Slot(0));
  }

  @Test
  void whereEverySlotIsInUseNoneIsChosen() {
    Pause drill = new PauseBuilder().mandate(MandateName.EMERGENCY).slot(15).drill(true).build();
    refused(
        Rule.NO_FREE_SLOT,
        () -> FreeSlot.find(EMPTY, approved(drill), MandateName.EMERGENCY, true, NOW));
  }

  private static RegistryState withdrawn(long proposedAt) {
    Withdraw withdraw =
        new Withdraw(
            MandateName.STANDING, 0, new Slot(0), proposedAt, proposedAt + 600, hash("regretted"));
    return TestRegistry.anchor(EMPTY, withdraw, NOW);
  }

  private static Slot standing(RegistryState registry, SignerState own, long now) {
    return FreeSlot.find(registry, own, MandateName.STANDING, false, now);
  }

  private static SignerState approved(Decision decision) {
    BallotRecord ballot =
        new BallotRecord(
            decision.id(TestRegistry.DOMAIN),
            hash("roster"),
            BallotChoice.APPROVE,
            decision,
            ALICE.sign(new ObjectWriter().text("type", "x").toJson()));
    return fresh().withBallot(ballot, NonceLedger.EMPTY);
  }

  private static SignerState fresh() {
    return SignerState.fresh(
        "alice", new IdentityKey.Software(SecretBytes.copyOf(ALICE.secretBytes())));
  }
}
