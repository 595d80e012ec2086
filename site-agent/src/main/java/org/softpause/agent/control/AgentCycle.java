package org.softpause.agent.control;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.softpause.agent.actuator.Actuator;
import org.softpause.agent.config.AgentConfig;
import org.softpause.agent.config.AgentLimits;
import org.softpause.agent.plan.CeilingPlan;
import org.softpause.agent.plan.CeilingPlanner;
import org.softpause.agent.report.CycleReporter;
import org.softpause.agent.report.CycleResult;
import org.softpause.agent.report.OperatorLog;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.state.StateStore;
import org.softpause.agent.verify.Evidence;
import org.softpause.agent.verify.Verification;

/** One turn after the other: judge, plan, move, report. Every turn reads the clock once. */
public final class AgentCycle {
  private static final Duration SHORTEST_STANDING = Duration.ofSeconds(10);

  private final StateKeeper stateKeeper;
  private final EvidenceMonitor watch;
  private final CeilingPlanner planner;
  private final CapacityController hand;
  private final CycleReporter reporter;
  private final Clock clock;
  private final long maxHeadAge;
  private volatile int sequence;

  AgentCycle(
      StateKeeper stateKeeper,
      EvidenceMonitor watch,
      CeilingPlanner planner,
      CapacityController hand,
      CycleReporter reporter,
      Clock clock,
      long maxHeadAge) {
    this.stateKeeper = stateKeeper;
    this.watch = watch;
    this.planner = planner;
    this.hand = hand;
    this.reporter = reporter;
    this.clock = clock;
    this.maxHeadAge = maxHeadAge;
    this.sequence = stateKeeper.state().log().length();
  }

  /** With everything that a running agent needs; {@code nanos} is a clock that only rises. */
  public static AgentCycle of(
      AgentState state,
      StateStore store,
      Actuator actuator,
      AgentConfig config,
      OperatorLog log,
      Clock clock,
      LongSupplier nanos) {
    AgentLimits limits = config.limits();
    StateKeeper stateKeeper = new StateKeeper(store, state, log);
    CapacityController hand =
        new CapacityController(
            stateKeeper, actuator, new SlewLimit(limits.slewBpsPerSecond()), nanos);
    return new AgentCycle(
        stateKeeper,
        new EvidenceMonitor(
            stateKeeper, new Verification(limits.maxHeadAge()), standing(limits), nanos),
        new CeilingPlanner(limits.offlineGrace()),
        hand,
        new CycleReporter(log, config.state(), hand.level(), clock),
        clock,
        limits.maxHeadAge().toSeconds());
  }

  /** A proof counts as of now for a few polls: a single lost answer does not stop a ramp. */
  private static Duration standing(AgentLimits limits) {
    Duration polls = limits.poll().multipliedBy(3);
    return polls.compareTo(SHORTEST_STANDING) > 0 ? polls : SHORTEST_STANDING;
  }

  /** How many entries of the log are proven; for any thread. */
  public int sequence() {
    return sequence;
  }

  /** A turn, with new evidence if there is any. */
  public void turn(Optional<Evidence> evidence) throws InterruptedException {
    long now = clock.instant().getEpochSecond();
    evidence.ifPresent(fresh -> watch.judge(fresh, now));
    AgentState state = stateKeeper.state();
    stateKeeper.keep(state.withTimes(state.times().seen(now, maxHeadAge)));
    CeilingPlan plan = planner.plan(stateKeeper.state(), now);
    boolean mayRaise = watch.mayRaise();
    int target = mayRaise ? plan.targetBps() : lower(plan.targetBps());
    hand.step(plan, target, mayRaise);
    sequence = stateKeeper.state().log().length();
    reporter.report(
        new CycleResult(
            stateKeeper.state(),
            watch.verdict(),
            plan,
            target,
            hand.level(),
            hand.measured(),
            hand.last()));
  }

  /** Without a fresh proof the target of before is the most. */
  private int lower(int planned) {
    return Math.min(planned, stateKeeper.state().enforced().targetBps());
  }
}
