package org.softpause.e2e.registry;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.softpause.auditor.world.ChainedRegistry;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Sha256;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.Slot;
import org.softpause.protocol.fixture.PauseBuilder;
import org.softpause.protocol.fixture.SharedBody;
import org.softpause.protocol.proof.RpcException;

/**
 * A registry's history of forty decisions: two drills; six rounds of a pause, its lift, a renewal,
 * an emergency pause, its lift and a rotation of EMERGENCY; a rotation of STANDING; and a pause
 * that still runs. One block is reverted. Three members of five sign each decision with their
 * shares.
 */
final class LongHistory {
  static final int DECISIONS = 40;

  private static final long STEP = 100;
  private static final Bytes32 REASONS = Sha256.hash(new byte[] {7});
  private final SharedBody newcomer = SharedBody.threeOfFive(4);
  private final SharedBody third = SharedBody.threeOfFive(5);
  private final ChainedRegistry registry;
  private long now;

  LongHistory(ChainedRegistry registry, long start) {
    this.registry = registry;
    this.now = start;
  }

  void happens() throws RpcException {
    anchor(pause(MandateName.STANDING, 10, true));
    anchor(pause(MandateName.EMERGENCY, 15, true));
    for (int round = 0; round < 6; round++) {
      round(round);
    }
    List<CommitteeKey> standing =
        Stream.concat(
                registry.state().committees(MandateName.STANDING).stream(), Stream.of(third.key()))
            .sorted(Comparator.comparing(CommitteeKey::x))
            .toList();
    anchor(rotate(MandateName.STANDING, standing));
    anchor(pause(MandateName.STANDING, 3, false));
    registry.finalise(now + STEP);
  }

  private void round(int round) throws RpcException {
    Pause pause = pause(MandateName.STANDING, round, false);
    anchor(pause);
    if (round == 3) {
      registry.reorganise();
      now += STEP;
      anchor(pause);
    }
    anchor(lift(MandateName.STANDING, pause));
    anchor(new Renew(MandateName.STANDING, 0, now + 604_700, now, now + 60, REASONS));
    Pause emergency = pause(MandateName.EMERGENCY, 12 + round % 3, false);
    anchor(emergency);
    anchor(lift(MandateName.EMERGENCY, emergency));
    CommitteeKey next =
        round % 2 == 0
            ? newcomer.key()
            : registry.state().genesis().committees(MandateName.EMERGENCY).getFirst();
    anchor(rotate(MandateName.EMERGENCY, List.of(next)));
  }

  private void anchor(Decision decision) throws RpcException {
    registry.anchor(decision, now, newcomer, third);
    now += STEP;
  }

  private Pause pause(MandateName mandate, int slot, boolean drill) {
    return new PauseBuilder()
        .mandate(mandate)
        .epoch(registry.state().epoch(mandate))
        .slot(slot)
        .drill(drill)
        .regions(slot % 2 == 0 ? List.of() : List.of(276, 840))
        .ceilingBps(500 + 100 * slot)
        .proposedAt(now)
        .anchorBy(now + 3_600)
        .effectiveAt(now)
        .expiresAt(now + 9_000)
        .build();
  }

  private Lift lift(MandateName mandate, Pause pause) {
    return new Lift(
        mandate,
        registry.state().epoch(mandate),
        new Slot(pause.slot().value()),
        pause.id(registry.state().genesis().domain()),
        now,
        now + 60,
        REASONS);
  }

  private Rotate rotate(MandateName target, List<CommitteeKey> committees) {
    return new Rotate(
        MandateName.STANDING,
        registry.state().epoch(MandateName.STANDING),
        target,
        registry.state().epoch(target),
        committees,
        now,
        now + 60,
        REASONS);
  }
}
