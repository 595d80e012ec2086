package org.softpause.auditor.cli;

import org.softpause.auditor.audit.AuditVerdict;

/** The exit codes of all commands, as documented in the module's README. */
final class AuditExitCode {
  static final int VERIFIED = 0;
  static final int DISAGREEMENT = 1;
  static final int USAGE = 2;
  static final int COULD_NOT_CHECK = 3;
  static final int BROKEN = 70;

  private AuditExitCode() {}

  static int of(AuditVerdict verdict) {
    return switch (verdict) {
      case VERIFIED -> VERIFIED;
      case DISAGREEMENT -> DISAGREEMENT;
      case COULD_NOT_CHECK -> COULD_NOT_CHECK;
    };
  }
}
