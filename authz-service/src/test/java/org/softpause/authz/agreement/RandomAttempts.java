package org.softpause.authz.agreement;

import java.util.Random;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.registry.RegistryState;

/** Random decisions that are nearly valid for a state and a time; half of them have one fault. */
final class RandomAttempts {
  private final Random random;
  private final SlotAttempts slots;
  private final MandateAttempts mandates;

  RandomAttempts(long seed) {
    this.random = new Random(seed);
    this.slots = new SlotAttempts(random);
    this.mandates = new MandateAttempts(random);
  }

  /** Later than the newest entry, by less than pauses last. */
  long time(RegistryState state) {
    long lead = state.genesis().parameters().leadSeconds();
    return state.lastAnchoredAt() + random.nextLong(1, 200 + lead);
  }

  RawDecision next(RegistryState state, long now) {
    RawDecision decision =
        switch (random.nextInt(9)) {
          case 0, 1, 2 -> slots.pause(state, now);
          case 3, 4 -> slots.lift(state, now);
          case 5 -> slots.withdraw(state, now);
          case 6 -> mandates.renew(state, now);
          default -> mandates.rotate(state, now);
        };
    if (random.nextBoolean()) {
      decision.proposedAt = Math.max(decision.proposedAt - random.nextLong(300), 0);
    }
    decision.anchorBy =
        decision.proposedAt
            + random.nextLong(now - decision.proposedAt, decision.longestValidity() + 1);
    if (random.nextBoolean() && isSound(state, decision, now)) {
      spoil(decision, state, now);
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

  private void spoil(RawDecision decision, RegistryState state, long now) {
    if (random.nextInt(3) == 0) {
      spoilValidity(decision, now);
      return;
    }
    switch (decision) {
      case RawPause pause -> slots.spoil(pause, now);
      case RawLift lift -> slots.spoil(lift);
      case RawWithdraw withdraw -> slots.spoil(withdraw);
      case RawRenew renew -> mandates.spoil(renew, state, now);
      case RawRotate rotate -> mandates.spoil(rotate, state);
    }
  }

  private void spoilValidity(RawDecision decision, long now) {
    switch (random.nextInt(5)) {
      case 0 -> decision.epoch += 1;
      case 1 -> {
        decision.proposedAt = now + 1;
        decision.anchorBy = now + 1;
      }
      case 2 -> decision.anchorBy = now - 1;
      case 3 -> decision.anchorBy = decision.proposedAt + decision.longestValidity() + 1;
      default -> decision.mandate = 2;
    }
  }
}
