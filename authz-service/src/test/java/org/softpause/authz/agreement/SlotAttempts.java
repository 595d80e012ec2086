package org.softpause.authz.agreement;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.decision.Slot;
import org.softpause.protocol.registry.AnchoredPause;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.protocol.registry.SlotState;

/**
 * Random pauses, lifts and withdrawals that are nearly valid, and the faults that they may have.
 */
final class SlotAttempts {
  private static final int[] DRILL_SLOTS = {10, 11, 15};

  private final Random random;

  SlotAttempts(Random random) {
    this.random = random;
  }

  RawPause pause(RegistryState state, long now) {
    RawPause decision = new RawPause();
    decision.drill = random.nextInt(4) == 0;
    decision.slot = decision.drill ? DRILL_SLOTS[random.nextInt(3)] : random.nextInt(16);
    decision.mandate = decision.slot < 12 ? 0 : 1;
    decision.epoch = state.epoch(RawDecision.mandate(decision.mandate));
    decision.ceilingBps = random.nextInt(100, 10_000);
    decision.rampSeconds = random.nextLong(5, 40);
    decision.staggerSeconds = random.nextLong(20);
    long lead = state.genesis().parameters().leadSeconds();
    decision.effectiveAt = now + random.nextLong(-100, 60);
    decision.expiresAt =
        Math.max(decision.effectiveAt, now + lead) + decision.rampSeconds + random.nextLong(300);
    decision.regions = regions();
    decision.hardwareClasses = random.nextInt(1, 8);
    decision.minPeakPflops = new Pflops(random.nextBoolean() ? 100 : random.nextLong() | 1L << 40);
    decision.proposedAt = risingIn(state, decision.slot, now);
    return decision;
  }

  RawLift lift(RegistryState state, long now) {
    RawLift decision = new RawLift();
    decision.slot = occupied(state, now).orElse(random.nextInt(16));
    decision.mandate = decision.slot < 12 ? 0 : random.nextInt(2);
    decision.epoch = state.epoch(RawDecision.mandate(decision.mandate));
    AnchoredPause latest = state.slot(new Slot(decision.slot)).latestPause();
    decision.pauseId = latest == null ? Bytes32.ZERO : latest.id();
    decision.proposedAt = risingIn(state, decision.slot, now);
    return decision;
  }

  RawWithdraw withdraw(RegistryState state, long now) {
    RawWithdraw decision = new RawWithdraw();
    decision.slot = occupied(state, now).filter(slot -> slot >= 12).orElse(random.nextInt(16));
    decision.mandate = decision.slot < 12 ? 0 : random.nextInt(2);
    decision.epoch = state.epoch(RawDecision.mandate(decision.mandate));
    decision.proposedAt = risingIn(state, decision.slot, now);
    return decision;
  }

  private Optional<Integer> occupied(RegistryState state, long now) {
    List<Integer> slots =
        IntStream.range(0, Slot.COUNT)
            .filter(slot -> state.occupant(new Slot(slot), now).isPresent())
            .boxed()
            .toList();
    return slots.isEmpty()
        ? Optional.empty()
        : Optional.of(slots.get(random.nextInt(slots.size())));
  }

  private static long risingIn(RegistryState state, int slot, long now) {
    SlotState slotState = state.slot(new Slot(slot));
    return Math.max(slotState.latestProposedAt() + 1, Math.min(now, state.lastAnchoredAt() + 1));
  }

  private List<Integer> regions() {
    return random.ints(1, 1_000).distinct().limit(random.nextInt(33)).sorted().boxed().toList();
  }

  void spoil(RawLift decision) {
    switch (random.nextInt(3)) {
      case 0 -> decision.pauseId = Bytes32.ZERO;
      case 1 -> decision.proposedAt = Math.max(0, decision.proposedAt - 400);
      default -> decision.slot = 16 + random.nextInt(240);
    }
  }

  void spoil(RawWithdraw decision) {
    if (random.nextBoolean()) {
      decision.proposedAt = Math.max(0, decision.proposedAt - 400);
    } else {
      decision.slot = 16 + random.nextInt(240);
    }
  }

  void spoil(RawPause decision, long now) {
    if (random.nextBoolean()) {
      spoilScope(decision);
    } else {
      spoilBounds(decision, now);
    }
  }

  private void spoilScope(RawPause decision) {
    switch (random.nextInt(8)) {
      case 0 -> decision.regions = IntStream.rangeClosed(1, 33).boxed().toList();
      case 1 -> decision.regions = List.of(276, 250);
      case 2 -> decision.regions = List.of(276, 276);
      case 3 -> decision.regions = List.of(0, 276);
      case 4 -> decision.regions = List.of(1, 1_000);
      case 5 -> decision.hardwareClasses = 0;
      case 6 -> decision.hardwareClasses = 8;
      default -> decision.minPeakPflops = Pflops.of(99);
    }
  }

  private void spoilBounds(RawPause decision, long now) {
    switch (random.nextInt(10)) {
      case 0 -> decision.ceilingBps = 99;
      case 1 -> decision.ceilingBps = 10_000;
      case 2 -> decision.effectiveAt = now + 2_592_001;
      case 3 -> decision.rampSeconds = 4;
      case 4 -> decision.rampSeconds = 86_401;
      case 5 -> decision.staggerSeconds = 86_401;
      case 6 -> decision.expiresAt = now + decision.rampSeconds - 1;
      case 7 -> decision.expiresAt = now + 63_072_000;
      case 8 -> decision.slot = random.nextInt(256);
      default -> decision.drill = !decision.drill;
    }
  }
}
