package org.softpause.signer.inspecting;

import java.util.Locale;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectWriter;

/**
 * The result of one diagnostic check.
 *
 * @param what was checked, in a word
 * @param text one plain sentence, with what to do where something is to be done
 */
record DiagnosticFinding(Level level, String what, String text) {
  /** How much a finding matters. */
  enum Level {
    GOOD,
    NOTE,
    BAD;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
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

  boolean isBad() {
    return level == Level.BAD;
  }

  String line() {
    return "%-5s %-12s %s".formatted(level.toString(), what, text);
  }

  JsonObject toJson() {
    return new ObjectWriter()
        .text("level", level.toString())
        .text("what", what)
        .text("text", text)
        .toJson();
  }
}
