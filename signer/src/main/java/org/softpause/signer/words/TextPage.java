package org.softpause.signer.words;

import java.util.ArrayList;
import java.util.List;

/** A page of labelled paragraphs, wrapped so that the labels have a column of their own. */
final class TextPage {
  private static final int LABEL = 12;
  private static final int WIDTH = 88;
  private static final String BULLET = "- ";

  private final List<String> lines = new ArrayList<>();

  TextPage title(String text) {
    lines.add(text);
    return this;
  }

  TextPage blank() {
    lines.add("");
    return this;
  }

  TextPage entry(String label, String paragraph) {
    wrap(pad(label), " ".repeat(LABEL), paragraph);
    return this;
  }

  /** Adds a bullet for each item; the label stands beside the first. */
  TextPage entries(String label, List<String> items) {
    String first = pad(label);
    for (String item : items) {
      wrap(first + BULLET, " ".repeat(LABEL + BULLET.length()), item);
      first = " ".repeat(LABEL);
    }
    return this;
  }

  /** Adds text that others wrote; a bar before each line marks it as a quotation. */
  TextPage quote(List<String> quoted) {
    quoted.forEach(line -> lines.add(("  | " + line).stripTrailing()));
    return this;
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  private void wrap(String first, String next, String paragraph) {
    StringBuilder line = new StringBuilder(first);
    boolean fresh = true;
    for (String word : paragraph.split(" ", -1)) {
      if (!fresh && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(next);
        fresh = true;
      }
      line.append(fresh ? "" : " ").append(word);
      fresh = false;
    }
    lines.add(line.toString());
  }

  private static String pad(String label) {
    return label + " ".repeat(Math.max(1, LABEL - label.length()));
  }
}
