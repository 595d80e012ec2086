package org.softpause.signer.command.console;

import java.io.PrintWriter;
import org.softpause.frost.FrostException;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.client.ServiceRefusal;
import org.softpause.protocol.client.UnreachableException;
import org.softpause.signer.store.StoreException;
import org.softpause.signer.words.SafeText;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns each way in which a command may fail into one line on stderr and an exit code. */
public final class CommandFailureHandler implements IExecutionExceptionHandler {
  private final PrintWriter err;

  /** Prints the lines to this writer. */
  public CommandFailureHandler(PrintWriter err) {
    this.err = err;
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine commandLine, ParseResult parsed) throws Exception {
    int code = code(failure);
    err.println(SafeText.line(line(failure)));
    err.flush();
    return code;
  }

  /** The line that names the failure; unknown failures are bugs and keep their stack trace. */
  static String line(Exception failure) throws Exception {
    return switch (failure) {
      case RuleViolation e -> "refused: " + e.rule().slug() + ": " + e.detail();
      case ServiceRefusal e -> "refused: " + e.slug() + ": " + e.getMessage();
      case StoreException e -> "refused: " + e.problem().slug() + ": " + e.getMessage();
      case FrostException e -> "refused: threshold-signing: " + e.getMessage();
      case UnreachableException e -> "unreachable: " + e.getMessage();
      default -> throw failure;
    };
  }

  private static int code(Exception failure) {
    return failure instanceof UnreachableException ? ExitCodes.UNREACHABLE : ExitCodes.REFUSED;
  }
}
