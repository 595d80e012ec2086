package org.softpause.protocol.registry;

import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.Slot;
import org.softpause.protocol.decision.SlotDecision;
import org.softpause.protocol.decision.Withdraw;

/**
 * The rules on decisions that need the registry's state, in the order of the contract's five
 * functions (protocol "What can be decided"). Every time is below 2^48, so that no sum overflows.
 */
final class DecisionRules {
  private static final long LONGEST_NOTICE_SECONDS = 30 * 86_400;

  private final RegistryState state;
  private final long now;

  private DecisionRules(RegistryState state, long now) {
    this.state = state;
    this.now = now;
  }

  static void check(RegistryState state, Decision decision, long now) {
    if (now < 0 || now > AnchoredPause.NEVER) {
      throw new RuleViolation(Rule.OUT_OF_RANGE, "the time of a block is a uint48");
    }
    DecisionRules rules = new DecisionRules(state, now);
    rules.requireCurrent(decision);
    switch (decision) {
      case Pause pause -> rules.requirePause(pause);
      case Lift lift -> rules.requireLift(lift);
      case Withdraw withdraw -> rules.requireWithdrawable(withdraw);
      case Renew renew -> rules.requireRenew(renew);
      case Rotate rotate -> rules.requireRotate(rotate);
    }
    if (decision instanceof SlotDecision forSlot) {
      rules.requireRising(forSlot);
    }
  }

  private void requireCurrent(Decision decision) {
    long epoch = state.epoch(decision.mandate());
    require(
        decision.epoch() == epoch,
        Rule.WRONG_EPOCH,
        "epoch " + decision.epoch() + ", the current one is " + epoch);
    require(
        decision.proposedAt() <= now,
        Rule.PROPOSED_IN_FUTURE,
        "proposed at " + decision.proposedAt() + ", now it is " + now);
    require(
        now <= decision.anchorBy(),
        Rule.ANCHOR_BY_PASSED,
        "it had to be anchored by " + decision.anchorBy() + ", now it is " + now);
  }

  private void requirePause(Pause pause) {
    require(
        pause.mandate() == MandateName.STANDING || pause.drill() || state.emergencyArmed(),
        Rule.EMERGENCY_DISARMED,
        "EMERGENCY has used its one shot");
    Pflops exempt = state.genesis().parameters().exemptBelowPflops();
    require(
        !pause.scope().minPeakPflops().isLessThan(exempt),
        Rule.SCOPE_REACHES_EXEMPT,
        "minPeakPflops " + pause.scope().minPeakPflops() + " is below the exemption " + exempt);
    requireTimes(pause);
    requireFree(pause.slot());
  }

  private void requireFree(Slot slot) {
    state
        .occupant(slot, now)
        .ifPresent(
            occupant -> {
              long until = occupant.lastRampEndsAt(state.genesis().parameters().leadSeconds());
              throw new RuleViolation(
                  Rule.SLOT_OCCUPIED, "slot " + slot + " is occupied until " + until);
            });
  }

  /** Otherwise EMERGENCY could void every lift by which STANDING would end its pause. */
  private void requireWithdrawable(Withdraw withdraw) {
    if (withdraw.mandate() == MandateName.EMERGENCY) {
      requireFree(withdraw.slot());
    }
  }

  private void requireTimes(Pause pause) {
    RegistryParameters parameters = state.genesis().parameters();
    require(
        pause.effectiveAt() <= now + LONGEST_NOTICE_SECONDS,
        Rule.EFFECTIVE_TOO_LATE,
        "effective at " + pause.effectiveAt() + ", more than 30 days from " + now);
    require(
        pause.rampSeconds() >= parameters.minRampSeconds(),
        Rule.RAMP_OUT_OF_RANGE,
        "a ramp of " + pause.rampSeconds() + " s is below " + parameters.minRampSeconds());
    long start = Math.max(pause.effectiveAt(), now + parameters.leadSeconds());
    require(
        pause.expiresAt() >= start + pause.rampSeconds(),
        Rule.EXPIRES_TOO_EARLY,
        "expires at " + pause.expiresAt() + ", before its ramp ends");
    long duration = pause.expiresAt() + pause.staggerSeconds() + pause.rampSeconds() - start;
    require(
        duration <= pause.longestSeconds(),
        Rule.PAUSE_TOO_LONG,
        "lasts " + duration + " s, at most " + pause.longestSeconds());
  }

  private void requireLift(Lift lift) {
    AnchoredPause occupant =
        state
            .occupant(lift.slot(), now)
            .orElseThrow(
                () ->
                    new RuleViolation(
                        Rule.SLOT_NOT_OCCUPIED, "slot " + lift.slot() + " holds no pause"));
    require(
        lift.pauseId().equals(occupant.id()),
        Rule.WRONG_PAUSE,
        "slot " + lift.slot() + " holds " + occupant.id());
    require(!occupant.isLifted(), Rule.ALREADY_LIFTED, "lifted already at " + occupant.liftedAt());
    require(
        now < occupant.pause().expiresAt(),
        Rule.PAUSE_EXPIRED,
        "expired at " + occupant.pause().expiresAt() + ", now it is " + now);
  }

  private void requireRenew(Renew renew) {
    RegistryParameters parameters = state.genesis().parameters();
    long until = renew.operatingUntil();
    require(parameters.hasLicence(), Rule.LICENCE_OFF, "the registry has no operating licence");
    require(until > now, Rule.OPERATING_UNTIL_PASSED, "until " + until + ", now it is " + now);
    require(
        until > state.operatingUntil(),
        Rule.OPERATING_UNTIL_NOT_RISING,
        "until " + until + ", it runs until " + state.operatingUntil() + " already");
    require(
        until <= now + parameters.licenceSeconds(),
        Rule.OPERATING_UNTIL_TOO_LATE,
        "until " + until + ", more than " + parameters.licenceSeconds() + " s from " + now);
  }

  private void requireRotate(Rotate rotate) {
    long epoch = state.epoch(rotate.target());
    require(
        rotate.targetEpoch() == epoch,
        Rule.WRONG_TARGET_EPOCH,
        "target epoch " + rotate.targetEpoch() + ", the current one is " + epoch);
  }

  private void requireRising(SlotDecision decision) {
    long latest = state.slot(decision.slot()).latestProposedAt();
    require(
        decision.proposedAt() > latest,
        Rule.PROPOSED_AT_NOT_RISING,
        "proposed at " + decision.proposedAt() + ", the slot has seen " + latest);
  }

  private static void require(boolean holds, Rule rule, String detail) {
    if (!holds) {
      throw new RuleViolation(rule, detail);
    }
  }
}
