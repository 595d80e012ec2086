package org.softpause.agent.cli;

import java.nio.channels.FileLock;
import java.util.concurrent.Callable;
import org.softpause.agent.config.AgentConfig;
import org.softpause.agent.enrolment.RetryingEnroller;
import org.softpause.agent.state.StateStore;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code enrol}: pins registry, keys and site record, and stores the first state. */
@Command(
    name = "enrol",
    description =
        "Checks registry, keys and site record, replays the log, and requires a proof of its head.",
    mixinStandardHelpOptions = true)
final class EnrolCommand implements Callable<Integer> {
  private static final int ATTEMPTS = 10;

  private final AgentConsole console;

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--again", description = "Starts over although this agent is enrolled.")
  private boolean again;

  EnrolCommand(AgentConsole console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    AgentConfig read = config.read();
    StateStore store = StateStore.open(read.state());
    try (FileLock lock = store.lock()) {
      StateStore.Found before = store.read();
      if (before instanceof StateStore.Ready ready && !again) {
        throw new RuleViolation(
            Rule.ALREADY_ENROLLED,
            "this agent is enrolled for "
                + ready.state().enrolment().site().name()
                + "; --again starts over");
      }
      new RetryingEnroller(read, console.log(), console.clock(), console.waiter())
          .enrol(store, before, ATTEMPTS);
      lock.release();
    }
    return 0;
  }
}
