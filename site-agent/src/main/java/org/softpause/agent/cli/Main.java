package org.softpause.agent.cli;

import java.time.Clock;
import org.softpause.agent.run.OperatorLog;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The agent of one site. */
@Command(
    name = "site-agent",
    description = "Verifies pause decisions for one site and keeps its capacity under the ceiling.",
    mixinStandardHelpOptions = true,
    subcommands = {EnrolCommand.class, RunCommand.class, CheckCommand.class, StatusCommand.class})
public final class Main {
  private static final int BROKEN = 70;

  private Main() {}

  /** Exits with the command's code. */
  public static void main(String[] arguments) {
    OperatorLog log = new OperatorLog(System.out, Clock.systemUTC());
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> {
          log.alarm("the agent stops, its own program is at fault: " + failure);
          Runtime.getRuntime().halt(BROKEN);
        });
    CommandLine line = new CommandLine(new Main());
    line.setExecutionExceptionHandler(new Refusals(log));
    System.exit(line.execute(arguments));
  }
}
