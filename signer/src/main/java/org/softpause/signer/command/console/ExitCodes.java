package org.softpause.signer.command.console;

import org.softpause.signer.report.OperationReport;

/** The program's exit codes; scripts rely on them. */
public final class ExitCodes {
  public static final int DONE = 0;
  public static final int REFUSED = 1;
  public static final int USAGE = 2;
  public static final int UNREACHABLE = 3;

  private ExitCodes() {}

  /** The code for the outcome of an operation that was not refused by an exception. */
  public static int of(OperationReport.Outcome outcome) {
    return switch (outcome) {
      case DONE -> DONE;
      case REFUSED -> REFUSED;
      case UNREACHABLE -> UNREACHABLE;
    };
  }
}
