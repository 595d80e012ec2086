package org.softpause.e2e.terminal;

import java.util.ArrayList;
import java.util.List;

/** Breaks text between words into lines of at most 100 characters. */
final class Paragraph {

  private static final int WIDTH = 100;

  private Paragraph() {}

  static List<String> wrap(String text, String indent) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(indent);
    for (String word : text.strip().split("\\s+", -1)) {
      boolean empty = line.length() == indent.length();
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line.setLength(indent.length());
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
