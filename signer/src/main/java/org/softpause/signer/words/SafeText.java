package org.softpause.signer.words;

import java.util.List;

/**
 * Makes text written by others harmless for a terminal: control characters, escape sequences and
 * whatever hides or reorders text become visible code points.
 */
public final class SafeText {
  private static final int TAB_WIDTH = 2;

  private SafeText() {}

  /** Returns one line, in which even line ends are shown as code points. */
  public static String line(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(point -> append(out, point));
    return out.toString();
  }

  /** Returns line by line, so that the caller can quote each. */
  public static List<String> lines(String text) {
    return text.lines().map(SafeText::line).toList();
  }

  private static void append(StringBuilder out, int point) {
    if (point == '\t') {
      out.repeat(' ', TAB_WIDTH);
    } else if (isHarmless(point)) {
      out.appendCodePoint(point);
    } else {
      out.append("<U+%04X>".formatted(point));
    }
  }

  private static boolean isHarmless(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
