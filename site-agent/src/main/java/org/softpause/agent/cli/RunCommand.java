package org.softpause.agent.cli;

import java.nio.channels.FileLock;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.softpause.agent.actuator.Actuator;
import org.softpause.agent.actuator.ExecActuator;
import org.softpause.agent.actuator.LogActuator;
import org.softpause.agent.actuator.MeasuringActuator;
import org.softpause.agent.config.ActuatorConfig;
import org.softpause.agent.config.AgentConfig;
import org.softpause.agent.control.AgentCycle;
import org.softpause.agent.control.ControlLoop;
import org.softpause.agent.enrolment.RetryingEnroller;
import org.softpause.agent.fetch.ConfiguredEndpoints;
import org.softpause.agent.plan.OperatorFormat;
import org.softpause.agent.report.OperatorLog;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.state.StateStore;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code run}: runs the control loop until the process is asked to end. */
@Command(
    name = "run",
    description = "Runs the agent until SIGTERM; enrols first if it is not enrolled.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  private static final long GRACE_SECONDS = 15;

  private final AgentConsole console;

  @Mixin private ConfigOption config = new ConfigOption();

  RunCommand(AgentConsole console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    AgentConfig read = config.read();
    OperatorLog log = console.log();
    StateStore store = StateStore.open(read.state());
    try (FileLock lock = store.lock()) {
      AgentState state = recover(store, read, log);
      run(state, store, read, log, console.clock());
      lock.release();
    }
    return 0;
  }

  private AgentState recover(StateStore store, AgentConfig config, OperatorLog log)
      throws Exception {
    StateStore.Found found = store.recover();
    return switch (found) {
      case StateStore.Ready ready -> {
        ready.warnings().forEach(log::warn);
        log.info(
            "restarted: %s was at %s going to %s, sequence %d, proven until %s"
                .formatted(
                    ready.state().enrolment().site().name(),
                    OperatorFormat.percent(ready.state().enforced().levelBps()),
                    OperatorFormat.percent(ready.state().enforced().targetBps()),
                    ready.state().log().length(),
                    OperatorFormat.time(ready.state().times().provenAt())));
        yield ready.state();
      }
      case StateStore.NeverEnrolled never ->
          new RetryingEnroller(config, log, console.clock(), console.waiter())
              .enrol(store, found, Integer.MAX_VALUE);
      case StateStore.Damaged damaged -> {
        log.alarm(
            "the durable state is lost or damaged ("
                + damaged.detail()
                + "): the site is left as it is; check the disk, then enrol again");
        throw new RuleViolation(Rule.AGENT_STATE_DAMAGED, damaged.detail());
      }
    };
  }

  private static void run(
      AgentState state, StateStore store, AgentConfig config, OperatorLog log, Clock clock)
      throws InterruptedException {
    Actuator actuator = actuator(config.actuator());
    config.sourceWarning().ifPresent(log::warn);
    state.enrolment().hardwareWarning().ifPresent(log::warn);
    log.info("running with actuator " + actuator.describe());
    AgentCycle cycle = AgentCycle.of(state, store, actuator, config, log, clock, System::nanoTime);
    ControlLoop loop =
        new ControlLoop(
            state,
            cycle,
            new ConfiguredEndpoints(config, clock).evidenceFetcher(state.enrolment()),
            config.limits().poll());
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(loop, ended), "stop"));
    loop.run();
    log.info("stopped; the site stays as it is");
    ended.countDown();
  }

  /** Waits for the running cycle to end, so that no order is interrupted. */
  private static void stop(ControlLoop loop, CountDownLatch ended) {
    loop.stop();
    try {
      if (!ended.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("the last cycle did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Actuator actuator(ActuatorConfig config) {
    return switch (config) {
      case ActuatorConfig.Log dryRun -> new LogActuator();
      case ActuatorConfig.Exec exec -> exec(exec);
    };
  }

  private static Actuator exec(ActuatorConfig.Exec config) {
    Actuator orders = new ExecActuator(config.command(), config.timeout());
    return config.measureCommand().isEmpty()
        ? orders
        : new MeasuringActuator(orders, config.measureCommand(), config.timeout());
  }
}
