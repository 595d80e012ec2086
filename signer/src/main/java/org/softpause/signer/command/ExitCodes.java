package org.softpause.signer.command;

import org.softpause.signer.report.OperationReport;

/** The program's exit codes; scripts rely on them. */
final class ExitCodes {
  static final int DONE = 0;
  static final int REFUSED = 1;
  static final int USAGE = 2;
  static final int UNREACHABLE = 3;

  private ExitCodes() {}

  static int of(OperationReport.Outcome outcome) {
    return switch (outcome) {
      case DONE -> DONE;
      case REFUSED -> REFUSED;
      case UNREACHABLE -> UNREACHABLE;
    };
  }
}
