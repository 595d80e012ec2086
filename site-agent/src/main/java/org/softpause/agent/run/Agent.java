package org.softpause.agent.run;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.softpause.agent.actuator.Actuator;
import org.softpause.agent.config.AgentConfig;
import org.softpause.agent.config.Limits;
import org.softpause.agent.plan.Plan;
import org.softpause.agent.plan.Planner;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.state.StateStore;
import org.softpause.agent.verify.Evidence;
import org.softpause.agent.verify.Verification;

/** One turn after the other: judge, plan, move, report. Every turn reads the clock once. */
public final class Agent {
  private static final Duration SHORTEST_STANDING = Duration.ofSeconds(10);

  private final Memory memory;
  private final Watch watch;
  private final Planner planner;
  private final Hand hand;
  private final Reporter reporter;
  private final Clock clock;
  private final long maxHeadAge;
  private volatile int sequence;

  Agent(
      Memory memory,
      Watch watch,
      Planner planner,
      Hand hand,
      Reporter reporter,
      Clock clock,
      long maxHeadAge) {
    this.memory = memory;
    this.watch = watch;
    this.planner = planner;
    this.hand = hand;
    this.reporter = reporter;
    this.clock = clock;
    this.maxHeadAge = maxHeadAge;
    this.sequence = memory.state().log().length();
  }

  /** With everything that a running agent needs; {@code nanos} is a clock that only rises. */
  public static Agent of(
      AgentState state,
      StateStore store,
      Actuator actuator,
      AgentConfig config,
      OperatorLog log,
      Clock clock,
      LongSupplier nanos) {
    Limits limits = config.limits();
    Memory memory = new Memory(store, state, log);
    Hand hand = new Hand(memory, actuator, new Slew(limits.slewBpsPerSecond()), nanos);
    return new Agent(
        memory,
        new Watch(memory, new Verification(limits.maxHeadAge()), standing(limits), nanos),
        new Planner(limits.offlineGrace()),
        hand,
        new Reporter(log, config.state(), hand.level(), clock),
        clock,
        limits.maxHeadAge().toSeconds());
  }

  /** A proof counts as of now for a few polls: a single lost answer does not stop a ramp. */
  private static Duration standing(Limits limits) {
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
    AgentState state = memory.state();
    memory.keep(state.withTimes(state.times().seen(now, maxHeadAge)));
    Plan plan = planner.plan(memory.state(), now);
    boolean mayRaise = watch.mayRaise();
    int target = mayRaise ? plan.targetBps() : lower(plan.targetBps());
    hand.step(plan, target, mayRaise);
    sequence = memory.state().log().length();
    reporter.report(
        new Turn(
            memory.state(),
            watch.verdict(),
            plan,
            target,
            hand.level(),
            hand.measured(),
            hand.last()));
  }

  /** Without a fresh proof the target of before is the most. */
  private int lower(int planned) {
    return Math.min(planned, memory.state().enforced().targetBps());
  }
}
