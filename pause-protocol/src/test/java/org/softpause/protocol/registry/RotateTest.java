package org.softpause.protocol.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.softpause.protocol.fixture.Refusal.assertRefused;
import static org.softpause.protocol.fixture.TestRegistry.DOMAIN;
import static org.softpause.protocol.fixture.TestRegistry.NOW;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.softpause.frost.Signature;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.Slot;
import org.softpause.protocol.fixture.PauseBuilder;
import org.softpause.protocol.fixture.TestCommittee;
import org.softpause.protocol.fixture.TestRegistry;

/** Rotations: who may decide afterwards, and what a rotation leaves unchanged. */
class RotateTest {
  private static final TestCommittee DAVE = TestCommittee.civil("dave's body");
  private static final TestCommittee ERIN = TestCommittee.military("erin's body");

  private final RegistryState before = TestRegistry.state();

  private static Rotate rotate(MandateName target, long targetEpoch, CommitteeKey... bodies) {
    return rotate(0, target, targetEpoch, NOW, bodies);
  }

  private static Rotate rotate(
      long epoch, MandateName target, long targetEpoch, long proposedAt, CommitteeKey... bodies) {
    return new Rotate(
        MandateName.STANDING,
        epoch,
        target,
        targetEpoch,
        Stream.of(bodies).sorted(Comparator.comparing(CommitteeKey::x)).toList(),
        proposedAt,
        proposedAt + 600,
        Bytes32.ZERO);
  }

  private static RegistryState anchor(RegistryState state, Rotate rotate) {
    return TestRegistry.anchor(state, rotate, NOW, DAVE, ERIN);
  }

  private static CommitteeKey standing(int index) {
    return TestRegistry.committees(MandateName.STANDING).get(index).key();
  }

  @Test
  void everyCurrentBodySignsThenEachNewKey() {
    Rotate rotate = rotate(MandateName.STANDING, 0, standing(1), DAVE.key(), ERIN.key());
    List<CommitteeKey> newcomers =
        Stream.of(DAVE.key(), ERIN.key()).sorted(Comparator.comparing(CommitteeKey::x)).toList();
    assertThat(before.signers(rotate))
        .containsExactly(standing(0), standing(1), newcomers.get(0), newcomers.get(1));
    Certificate certificate = TestRegistry.certify(before, rotate, DAVE, ERIN);
    assertThatCode(() -> before.check(certificate, NOW)).doesNotThrowAnyException();
    List<Signature> swapped = new ArrayList<>(certificate.signatures());
    swapped.add(2, swapped.removeLast());
    assertRefused(
        Rule.SIGNATURE_INVALID, () -> before.check(new Certificate(DOMAIN, rotate, swapped), NOW));
  }

  @Test
  void aNewKeyThatDoesNotSignIsRefused() {
    Rotate rotate = rotate(MandateName.STANDING, 0, DAVE.key());
    Certificate full = TestRegistry.certify(before, rotate, DAVE);
    Certificate short1 = new Certificate(DOMAIN, rotate, full.signatures().subList(0, 2));
    assertRefused(Rule.WRONG_SIGNATURE_COUNT, () -> before.check(short1, NOW));
  }

  @Test
  void aKeyThatStaysSignsOnceAndMayHaveANewRoster() {
    CommitteeKey reshared =
        new CommitteeKey(
            standing(0).key(), standing(0).civil(), Bytes32.parse("0x" + "ab".repeat(32)));
    Rotate rotate = rotate(MandateName.STANDING, 0, reshared, standing(1));
    assertThat(before.signers(rotate)).containsExactly(standing(0), standing(1));
    RegistryState after = anchor(before, rotate);
    assertThat(after.committees(MandateName.STANDING))
        .contains(reshared)
        .doesNotContain(standing(0));
  }

  @Test
  void aKeptBodyOfEmergencySignsAsAListedOne() {
    CommitteeKey carol = TestRegistry.committees(MandateName.EMERGENCY).getFirst().key();
    Rotate rearm = rotate(MandateName.EMERGENCY, 0, carol);
    assertThat(before.signers(rearm)).containsExactly(standing(0), standing(1), carol);
    Rotate shared = rotate(MandateName.EMERGENCY, 0, standing(0));
    assertThat(before.signers(shared)).containsExactly(standing(0), standing(1));
  }

  @Test
  void theTargetsEpochRisesAndVoidsWhatItHadSigned() {
    RegistryState after = anchor(before, rotate(MandateName.STANDING, 0, DAVE.key()));
    assertThat(after.epoch(MandateName.STANDING)).isEqualTo(1);
    assertThat(after.epoch(MandateName.EMERGENCY)).isZero();
    Certificate held = TestRegistry.certify(new PauseBuilder().build());
    assertRefused(Rule.WRONG_EPOCH, () -> after.check(held, NOW));
    Pause next = new PauseBuilder().epoch(1).build();
    assertThat(TestRegistry.anchor(after, next, NOW, DAVE).sequence()).isEqualTo(2);
  }

  @Test
  void theSameRotateIsNotAnchoredTwice() {
    Rotate rotate = rotate(MandateName.EMERGENCY, 0, ERIN.key());
    RegistryState after = anchor(before, rotate);
    assertRefused(Rule.WRONG_TARGET_EPOCH, () -> anchor(after, rotate));
  }

  @Test
  void theTargetsEpochIsTheCurrentOne() {
    assertRefused(
        Rule.WRONG_TARGET_EPOCH,
        () -> anchor(before, rotate(MandateName.EMERGENCY, 1, ERIN.key())));
  }

  @Test
  void aDeletionDisarmsAndLeavesRunningPausesAlone() {
    Pause running = new PauseBuilder().mandate(MandateName.EMERGENCY).slot(12).build();
    RegistryState paused = TestRegistry.anchor(before, running, NOW);
    RegistryState gone = anchor(paused, rotate(MandateName.EMERGENCY, 0));
    assertThat(gone.committees(MandateName.EMERGENCY)).isEmpty();
    assertThat(gone.emergencyArmed()).isFalse();
    assertThat(gone.epoch(MandateName.EMERGENCY)).isEqualTo(1);
    assertThat(gone.occupant(new Slot(12), NOW)).isPresent();
    assertThat(
            TestRegistry.anchor(gone, TestRegistry.lift(12, running.id(DOMAIN), NOW + 1), NOW + 1)
                .sequence())
        .isEqualTo(3);
    Pause drill =
        new PauseBuilder().mandate(MandateName.EMERGENCY).epoch(1).slot(15).drill(true).build();
    assertRefused(
        Rule.WRONG_SIGNATURE_COUNT,
        () -> gone.check(new Certificate(DOMAIN, drill, List.of()), NOW));
  }

  @Test
  void aRotateOfEmergencyArmsItAgain() {
    Pause shot = new PauseBuilder().mandate(MandateName.EMERGENCY).slot(12).build();
    RegistryState spent = TestRegistry.anchor(before, shot, NOW);
    assertThat(spent.emergencyArmed()).isFalse();
    RegistryState again = anchor(spent, rotate(MandateName.EMERGENCY, 0, ERIN.key()));
    assertThat(again.emergencyArmed()).isTrue();
    Pause next = new PauseBuilder().mandate(MandateName.EMERGENCY).epoch(1).slot(13).build();
    assertThat(TestRegistry.anchor(again, next, NOW, ERIN).emergencyArmed()).isFalse();
  }

  @Test
  void aRotateOfStandingLeavesEmergencyAsItIs() {
    Pause shot = new PauseBuilder().mandate(MandateName.EMERGENCY).slot(12).build();
    RegistryState spent = TestRegistry.anchor(before, shot, NOW);
    RegistryState after = anchor(spent, rotate(MandateName.STANDING, 0, DAVE.key()));
    assertThat(after.emergencyArmed()).isFalse();
    assertThat(anchor(before, rotate(MandateName.STANDING, 0, DAVE.key())).emergencyArmed())
        .isTrue();
  }

  @Test
  void epochsAreNeverReset() {
    RegistryState state = before;
    for (int epoch = 0; epoch < 4; epoch++) {
      boolean deletes = epoch % 2 == 0;
      Rotate next =
          deletes
              ? rotate(MandateName.EMERGENCY, epoch)
              : rotate(MandateName.EMERGENCY, epoch, ERIN.key());
      state = anchor(state, next);
      assertThat(state.epoch(MandateName.EMERGENCY)).isEqualTo(epoch + 1);
      assertThat(state.emergencyArmed()).isEqualTo(!deletes);
    }
  }

  @Test
  void aDrillOfBeforeStaysCounted() {
    RegistryState drilled =
        TestRegistry.anchor(before, new PauseBuilder().slot(10).drill(true).build(), NOW);
    RegistryState one = anchor(drilled, rotate(MandateName.EMERGENCY, 0));
    assertThat(one.live()).isTrue();
    assertThat(anchor(one, rotate(0, MandateName.STANDING, 0, NOW, DAVE.key())).live()).isTrue();
    assertThat(anchor(one, rotate(MandateName.EMERGENCY, 1, ERIN.key())).live()).isFalse();
  }
}
