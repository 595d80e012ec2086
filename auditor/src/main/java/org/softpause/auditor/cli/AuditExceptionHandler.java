package org.softpause.auditor.cli;

import java.io.IOException;
import java.io.PrintWriter;
import org.softpause.auditor.words.SanitizedText;
import org.softpause.protocol.RuleViolation;
import picocli.CommandLine;

/** What kept a command from its work, in one line and an exit code. */
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
      default -> tell("the auditor itself is at fault: " + failure, AuditExitCode.BROKEN);
    };
  }

  /** A missing file's exception has its name for a text. */
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
