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
import org.softpause.agent.plan.CurvePlanner;
import org.softpause.agent.plan.SlewLimit;
import org.softpause.agent.report.CycleReporter;
import org.softpause.agent.report.CycleResult;
import org.softpause.agent.report.OperatorLog;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.state.StateStore;
import org.softpause.agent.verify.Evidence;
import org.softpause.agent.verify.Verification;

/**
 * One cycle of the agent: evidence, verdict, plan, order, report. The state goes through it from
 * step to step, and every cycle reads the clock once.
 */
public final class AgentCycle {
  private static final Duration SHORTEST_STANDING = Duration.ofSeconds(10);

  private final EvidenceMonitor monitor;
  private final CeilingPlanner planner;
  private final CapacityController controller;
  private final CycleReporter reporter;
  private final CurveKeeper curves;
  private final SlewLimit slew;
  private final Clock clock;
  private final ClockGuard guard;
  private final long maxHeadAge;

  AgentCycle(
      EvidenceMonitor monitor,
      CeilingPlanner planner,
      CapacityController controller,
      CycleReporter reporter,
      CurveKeeper curves,
      SlewLimit slew,
      Clock clock,
      ClockGuard guard,
      long maxHeadAge) {
    this.monitor = monitor;
    this.planner = planner;
    this.controller = controller;
    this.reporter = reporter;
    this.curves = curves;
    this.slew = slew;
    this.clock = clock;
    this.guard = guard;
    this.maxHeadAge = maxHeadAge;
  }

  /**
   * The cycle of an agent that begins with a stored state.
   *
   * @param nanos a clock that only rises, in nanoseconds
   */
  public static AgentCycle of(
      AgentState stored,
      StateStore store,
      Actuator actuator,
      AgentConfig config,
      OperatorLog log,
      Clock clock,
      LongSupplier nanos) {
    AgentLimits limits = config.limits();
    int level = stored.enforced().levelBps();
    SlewLimit slew = SlewLimit.of(stored.enrolment(), limits.slewBpsPerSecond());
    return new AgentCycle(
        new EvidenceMonitor(new Verification(limits.maxHeadAge()), standing(limits), nanos),
        new CeilingPlanner(limits.offlineGrace()),
        new CapacityController(level, new StateSaver(store, stored, log), actuator, slew, nanos),
        new CycleReporter(log, config.state(), level, clock),
        new CurveKeeper(new CurvePlanner(limits.offlineGrace(), slew)),
        slew,
        clock,
        new ClockGuard(clock.instant().getEpochSecond(), nanos, log),
        limits.maxHeadAge().toSeconds());
  }

  /** A proof stays fresh for a few polls, so that a single lost answer does not stop a ramp. */
  private static Duration standing(AgentLimits limits) {
    Duration polls = limits.poll().multipliedBy(3);
    return polls.compareTo(SHORTEST_STANDING) > 0 ? polls : SHORTEST_STANDING;
  }

  /** Whether the service's token suffices as evidence; for any thread. */
  public boolean accepts(AgentState state, Evidence evidence) {
    return monitor.accepts(state, evidence, clock.instant().getEpochSecond());
  }

  /**
   * Runs the cycle once.
   *
   * @param before the state that the previous cycle returned
   * @param evidence what was fetched since then, if anything was
   * @return the state that the next cycle begins with
   */
  public AgentState run(AgentState before, Optional<Evidence> evidence)
      throws InterruptedException {
    long wall = clock.instant().getEpochSecond();
    long now = guard.read(wall);
    if (guard.hasStepped() && evidence.filter(it -> monitor.confirmsClock(it, wall)).isPresent()) {
      guard.confirm(wall);
      now = wall;
    }
    return run(before, evidence, now);
  }

  private AgentState run(AgentState before, Optional<Evidence> evidence, long now)
      throws InterruptedException {
    AgentState state =
        evidence
            .map(fresh -> monitor.judge(before, fresh, now))
            .orElse(before)
            .seenAt(now, maxHeadAge);
    CeilingPlan plan = planner.plan(state, now);
    boolean mayRaise = monitor.mayRaise() && !guard.hasStepped();
    int target = plan.targetBps(mayRaise, state.enforced().targetBps());
    CapacityStep standing = controller.standing(state);
    if (curves.renew(state, standing.level(), now).isPresent()) {
      reporter.plans(result(standing, plan, target));
    }
    CapacityStep step = controller.step(state, plan, target, mayRaise);
    reporter.report(result(step, plan, target));
    return step.state();
  }

  private CycleResult result(CapacityStep step, CeilingPlan plan, int target) {
    return new CycleResult(
        step.state(),
        monitor.verdict(),
        plan,
        target,
        step.level(),
        step.measured(),
        step.outcome(),
        slew,
        curves.current());
  }
}
