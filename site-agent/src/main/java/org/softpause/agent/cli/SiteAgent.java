package org.softpause.agent.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.softpause.protocol.Waiter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point of the site agent and its commands. */
@Command(
    name = "site-agent",
    description = "Verifies pause decisions for one site and keeps its capacity under the ceiling.",
    mixinStandardHelpOptions = true)
public final class SiteAgent {
  private static final int BROKEN = 70;

  private SiteAgent() {}

  /** Exits with the command's code. */
  public static void main(String[] arguments) {
    AgentConsole console =
        new AgentConsole(Clock.systemUTC(), Waiter.THREAD, System.out, System.err);
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> {
          console.log().alarm("the agent stops because of a fault in its own program: " + failure);
          Runtime.getRuntime().halt(BROKEN);
        });
    System.exit(commands(console).execute(arguments));
  }

  static CommandLine commands(AgentConsole console) {
    return new CommandLine(new SiteAgent())
        .addSubcommand(new EnrolCommand(console))
        .addSubcommand(new RunCommand(console))
        .addSubcommand(new CheckCommand(console))
        .addSubcommand(new StatusCommand(console))
        .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
        .setExecutionExceptionHandler(new AgentExceptionHandler(console));
  }
}
