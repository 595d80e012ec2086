package org.softpause.authz.agreement;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.decision.Slot;
import org.softpause.protocol.registry.AnchoredPause;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.protocol.registry.SlotState;

/** Decisions that are about right for a state and a time, half of them with one thing wrong. */
final class RandomAttempts {
  private static final int[] DRILL_SLOTS = {10, 11, 15};

  private final Random random;

  RandomAttempts(long seed) {
    this.random = new Random(seed);
  }

  /** Later than the newest entry, by less than pauses last. */
  long time(RegistryState state) {
    return state.lastAnchoredAt() + random.nextLong(1, 200);
  }

  RawDecision next(RegistryState state, long now) {
    RawDecision decision = random.nextInt(3) == 0 ? lift(state, now) : pause(state, now);
    if (random.nextBoolean()) {
      decision.proposedAt = Math.max(decision.proposedAt - random.nextLong(300), 0);
    }
    decision.anchorBy = decision.proposedAt + random.nextLong(now - decision.proposedAt, 2_592_001);
    if (random.nextBoolean() && isSound(state, decision, now)) {
      spoil(decision, now);
    }
    return decision;
  }

  /** Only one thing is wrong at a time: with two, ours may name the other one first. */
  private static boolean isSound(RegistryState state, RawDecision decision, long now) {
    try {
      state.checkDecision(decision.toDecision(), now);
      return true;
    } catch (RuleViolation refused) {
      return false;
    }
  }

  private RawDecision pause(RegistryState state, long now) {
    RawDecision decision = new RawDecision();
    decision.drill = random.nextInt(4) == 0;
    decision.slot = decision.drill ? DRILL_SLOTS[random.nextInt(3)] : random.nextInt(16);
    decision.mandate = decision.slot < 12 ? 0 : 1;
    decision.ceilingBps = random.nextInt(100, 10_000);
    decision.rampSeconds = random.nextLong(5, 40);
    decision.staggerSeconds = random.nextLong(20);
    decision.effectiveAt = now + random.nextLong(-100, 60);
    decision.expiresAt =
        Math.max(decision.effectiveAt, now + 5) + decision.rampSeconds + random.nextLong(300);
    decision.regions = regions();
    decision.hardwareClasses = random.nextInt(1, 8);
    decision.minPeakPflops = new Pflops(random.nextBoolean() ? 100 : random.nextLong() | 1L << 40);
    decision.proposedAt = risingIn(state, decision.slot, now);
    return decision;
  }

  private RawDecision lift(RegistryState state, long now) {
    RawDecision decision = new RawDecision();
    decision.lift = true;
    decision.slot = occupied(state, now).orElse(random.nextInt(16));
    decision.mandate = decision.slot < 12 ? 0 : random.nextInt(2);
    AnchoredPause latest = state.slot(new Slot(decision.slot)).latestPause();
    decision.pauseId = latest == null ? Bytes32.ZERO : latest.id();
    decision.proposedAt = risingIn(state, decision.slot, now);
    return decision;
  }

  private Optional<Integer> occupied(RegistryState state, long now) {
    List<Integer> slots =
        IntStream.range(0, Slot.COUNT)
            .filter(slot -> state.slot(new Slot(slot)).occupant(now).isPresent())
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

  private void spoil(RawDecision decision, long now) {
    if (random.nextInt(3) == 0) {
      spoilValidity(decision, now);
    } else if (decision.lift) {
      spoilLift(decision);
    } else if (random.nextBoolean()) {
      spoilScope(decision);
    } else {
      spoilBounds(decision, now);
    }
  }

  private void spoilValidity(RawDecision decision, long now) {
    switch (random.nextInt(5)) {
      case 0 -> decision.epoch = 1;
      case 1 -> {
        decision.proposedAt = now + 1;
        decision.anchorBy = now + 1;
      }
      case 2 -> decision.anchorBy = now - 1;
      case 3 -> decision.anchorBy = decision.proposedAt + 2_592_001;
      default -> decision.mandate = 2;
    }
  }

  private void spoilLift(RawDecision decision) {
    switch (random.nextInt(3)) {
      case 0 -> decision.pauseId = Bytes32.ZERO;
      case 1 -> decision.proposedAt = Math.max(0, decision.proposedAt - 400);
      default -> decision.mandate = MandateName.EMERGENCY.code();
    }
  }

  private void spoilScope(RawDecision decision) {
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

  private void spoilBounds(RawDecision decision, long now) {
    switch (random.nextInt(10)) {
      case 0 -> decision.ceilingBps = 99;
      case 1 -> decision.ceilingBps = 10_000;
      case 2 -> decision.effectiveAt = now + 2_592_001;
      case 3 -> decision.rampSeconds = 4;
      case 4 -> decision.rampSeconds = 86_401;
      case 5 -> decision.staggerSeconds = 86_401;
      case 6 -> decision.expiresAt = now + decision.rampSeconds;
      case 7 -> decision.expiresAt = now + 63_072_000;
      case 8 -> decision.slot = random.nextInt(256);
      default -> decision.drill = !decision.drill;
    }
  }
}
