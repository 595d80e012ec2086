package org.softpause.e2e.terminal;

import java.io.PrintStream;

/** Writes whole lines and, on a terminal, one line below them that may change. */
final class Screen {

  private static final String ERASE = "\r\u001b[2K";

  private final PrintStream out;
  private final boolean live;
  private final boolean coloured;
  private boolean changing;

  Screen(PrintStream out, boolean live, boolean coloured) {
    this.out = out;
    this.live = live;
    this.coloured = coloured;
  }

  boolean isLive() {
    return live;
  }

  synchronized void line(String text) {
    erase();
    out.println(text);
    out.flush();
  }

  synchronized void change(String text) {
    out.print(ERASE + text);
    out.flush();
    changing = true;
  }

  synchronized void erase() {
    if (changing) {
      out.print(ERASE);
      changing = false;
    }
  }

  String bold(String text) {
    return styled("1", text);
  }

  String dim(String text) {
    return styled("2", text);
  }

  String green(String text) {
    return styled("32", text);
  }

  String red(String text) {
    return styled("31", text);
  }

  private String styled(String code, String text) {
    return coloured ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
