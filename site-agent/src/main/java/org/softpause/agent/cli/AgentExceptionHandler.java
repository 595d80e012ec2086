package org.softpause.agent.cli;

import java.io.IOException;
import org.softpause.agent.fetch.EndpointUnreachable;
import org.softpause.protocol.RuleViolation;
import picocli.CommandLine;

/** Turns a failure into one line for the operator and an exit code. */
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
    console.log().alarm("the agent stops because of a fault in its own program: " + failure);
    return BROKEN;
  }
}
