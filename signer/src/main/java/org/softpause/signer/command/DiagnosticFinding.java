package org.softpause.signer.command;

/**
 * What a check found.
 *
 * @param what was looked at, in a word
 * @param text one plain sentence, with what to do where something is to be done
 */
record DiagnosticFinding(Level level, String what, String text) {
  /** How much it matters. */
  enum Level {
    GOOD,
    NOTE,
    BAD
  }

  static DiagnosticFinding good(String what, String text) {
    return new DiagnosticFinding(Level.GOOD, what, text);
  }

  static DiagnosticFinding note(String what, String text) {
    return new DiagnosticFinding(Level.NOTE, what, text);
  }

  static DiagnosticFinding bad(String what, String text) {
    return new DiagnosticFinding(Level.BAD, what, text);
  }
}
