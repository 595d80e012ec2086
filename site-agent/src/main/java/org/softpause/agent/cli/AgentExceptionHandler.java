package org.softpause.agent.cli;

import java.io.IOException;
import org.softpause.agent.fetch.EndpointUnreachable;
import org.softpause.protocol.RuleViolation;
import picocli.CommandLine;

/** What went wrong, in one line and an exit code. */
final class AgentExceptionHandler implements CommandLine.IExecutionExceptionHandler {
  static final int REFUSED = 1;
  static final int USAGE = 2;
  static final int UNREACHABLE = 3;

  private static final int BROKEN = 70;

  private final AgentConsole console;

  AgentExceptionHandler(AgentConsole console) {
    this.console = console;
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine line, CommandLine.ParseResult arguments) {
    return switch (failure) {
      case RuleViolation refused -> tell("refused: " + refused.getMessage(), REFUSED);
      case EndpointUnreachable unreachable ->
          tell("unreachable: " + unreachable.detail(), UNREACHABLE);
      case IOException file -> tell("cannot read or write: " + file.getMessage(), USAGE);
      default -> broken(failure);
    };
  }

  private int tell(String line, int code) {
    console.err().println(line);
    return code;
  }

  private int broken(Exception failure) {
    console.log().alarm("the agent stops, its own program is at fault: " + failure);
    return BROKEN;
  }
}
