package org.softpause.agent.cli;

import java.util.concurrent.Callable;
import org.softpause.agent.config.AgentConfig;
import org.softpause.agent.report.LastStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code status}: prints the status that the running agent wrote last. */
@Command(
    name = "status",
    description = "Prints the status that the running agent wrote last, as one JSON object.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  private final AgentConsole console;

  @Mixin private ConfigOption config = new ConfigOption();

  StatusCommand(AgentConsole console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    AgentConfig read = config.read();
    read.sourceWarning().ifPresent(console.err()::println);
    console.print(LastStatus.read(read.state()));
    return 0;
  }
}
