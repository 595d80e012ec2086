package org.softpause.signer.inspecting;

/**
 * What a check found.
 *
 * @param what was looked at, in a word
 * @param text one plain sentence, with what to do where something is to be done
 */
public record DiagnosticFinding(Level level, String what, String text) {
  /** How much it matters. */
  public enum Level {
    GOOD,
    NOTE,
    BAD
  }

  public static DiagnosticFinding good(String what, String text) {
    return new DiagnosticFinding(Level.GOOD, what, text);
  }

  public static DiagnosticFinding note(String what, String text) {
    return new DiagnosticFinding(Level.NOTE, what, text);
  }

  public static DiagnosticFinding bad(String what, String text) {
    return new DiagnosticFinding(Level.BAD, what, text);
  }
}
