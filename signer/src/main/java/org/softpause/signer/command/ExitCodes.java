package org.softpause.signer.command;

/** Exit codes; they are part of the command line's contract. */
final class ExitCodes {
  static final int DONE = 0;
  static final int REFUSED = 1;
  static final int USAGE = 2;
  static final int UNREACHABLE = 3;

  private ExitCodes() {}
}
