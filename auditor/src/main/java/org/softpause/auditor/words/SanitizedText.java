package org.softpause.auditor.words;

/**
 * Makes text from elsewhere safe for a terminal: control characters and characters that hide or
 * reorder text are shown as code points.
 */
public final class SanitizedText {
  private static final int MAX_LENGTH = 2_000;

  private SanitizedText() {}

  /** Returns one line, cut if it is very long. */
  public static String line(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().limit(MAX_LENGTH).forEach(point -> append(out, point));
    return out.toString();
  }

  private static void append(StringBuilder out, int point) {
    switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          out.append("<U+%04X>".formatted(point));
      default -> out.appendCodePoint(point);
    }
  }
}
