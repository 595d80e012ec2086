package org.softpause.protocol.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.softpause.protocol.fixture.TestRegistry.LICENSED;
import static org.softpause.protocol.fixture.TestRegistry.NOW;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.Slot;
import org.softpause.protocol.decision.Withdraw;
import org.softpause.protocol.fixture.PauseBuilder;
import org.softpause.protocol.fixture.TestCommittee;
import org.softpause.protocol.fixture.TestRegistry;

class SupersessionTest {
  private static final TestCommittee DAVE = TestCommittee.civil("dave's body");
  private static final TestCommittee ERIN = TestCommittee.military("erin's body");

  /** Slot 3 holds a pause that can be lifted. */
  private final RegistryState before =
      TestRegistry.anchor(
          RegistryState.genesis(TestRegistry.genesis(LICENSED)),
          pause(3, MandateName.STANDING, NOW - 100),
          NOW - 100);

  @Test
  void whatADecisionMakesVoidIsWhatTheRegistryIsPastOnceItIsAnchored() {
    List<Decision> all = decisions();
    int voided = 0;
    for (Decision first : all) {
      assertThat(Supersession.isPast(before, first)).as("%s", first).isFalse();
      RegistryState after = TestRegistry.anchor(before, first, NOW, DAVE, ERIN);
      for (Decision other : all) {
        boolean past = Supersession.isPast(after, other);
        assertThat(Supersession.isMadeVoid(other, first))
            .as("%s after %s", other, first)
            .isEqualTo(past);
        voided += past ? 1 : 0;
      }
    }
    assertThat(voided).isBetween(all.size() + 1, all.size() * all.size() - 1);
  }

  /** Decisions that the registry would anchor now, of each kind, proposed at three moments. */
  private List<Decision> decisions() {
    List<Decision> all = new ArrayList<>();
    Bytes32 held = before.occupant(new Slot(3), NOW).orElseThrow().id();
    for (long at = NOW - 2; at <= NOW; at++) {
      all.add(pause(0, MandateName.STANDING, at));
      all.add(pause(1, MandateName.STANDING, at));
      all.add(pause(12, MandateName.EMERGENCY, at));
      all.add(TestRegistry.lift(3, held, at));
      all.add(withdraw(0, at));
      all.add(withdraw(3, at));
      all.add(renew(at));
      all.add(rotate(MandateName.STANDING, DAVE, at));
      all.add(rotate(MandateName.EMERGENCY, ERIN, at));
    }
    return all;
  }

  private static Pause pause(int slot, MandateName mandate, long at) {
    return new PauseBuilder()
        .mandate(mandate)
        .slot(slot)
        .proposedAt(at)
        .anchorBy(at + 600)
        .effectiveAt(NOW + 3_600)
        .expiresAt(NOW + 9_000)
        .build();
  }

  private static Withdraw withdraw(int slot, long at) {
    return new Withdraw(MandateName.STANDING, 0, new Slot(slot), at, at + 600, Bytes32.ZERO);
  }

  /** Each moves the licence's end a second further than the one before. */
  private static Renew renew(long at) {
    return new Renew(MandateName.STANDING, 0, at + 604_000, at, at + 600, Bytes32.ZERO);
  }

  private static Rotate rotate(MandateName target, TestCommittee next, long at) {
    List<CommitteeKey> committees = List.of(next.key());
    return new Rotate(MandateName.STANDING, 0, target, 0, committees, at, at + 600, Bytes32.ZERO);
  }
}
