package org.softpause.auditor.cli;

import java.io.IOException;
import java.io.PrintWriter;
import org.softpause.auditor.words.SanitizedText;
import org.softpause.protocol.RuleViolation;
import picocli.CommandLine;

/** Turns the exception of a failed command into one line and an exit code. */
final class AuditExceptionHandler implements CommandLine.IExecutionExceptionHandler {
  private final PrintWriter err;

  AuditExceptionHandler(PrintWriter err) {
    this.err = err;
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine line, CommandLine.ParseResult arguments) {
    return switch (failure) {
      case RuleViolation refused ->
          tell("refused: " + refused.getMessage(), AuditExitCode.DISAGREEMENT);
      case IOException unread ->
          tell("could not check: " + why(unread), AuditExitCode.COULD_NOT_CHECK);
      default -> tell("internal error of the auditor: " + failure, AuditExitCode.BROKEN);
    };
  }

  /** The message of a file system exception is only the file name, so its type is added. */
  private static String why(IOException unread) {
    return unread instanceof java.nio.file.FileSystemException
        ? unread.getClass().getSimpleName() + ": " + unread.getMessage()
        : String.valueOf(unread.getMessage());
  }

  private int tell(String line, int code) {
    err.println(SanitizedText.line(line));
    return code;
  }
}
