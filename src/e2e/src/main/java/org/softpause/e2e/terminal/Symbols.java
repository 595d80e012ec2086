package org.softpause.e2e.terminal;

/** The symbols of the output, in Unicode and in plain ASCII. */
enum Symbols {
  RICH("✓", "⛔", "✗", "█", "░"),
  PLAIN("ok", "refused:", "FAILED", "#", ".");

  private final String done;
  private final String refused;
  private final String failed;
  private final String full;
  private final String empty;

  Symbols(String done, String refused, String failed, String full, String empty) {
    this.done = done;
    this.refused = refused;
    this.failed = failed;
    this.full = full;
    this.empty = empty;
  }

  String done() {
    return done;
  }

  String refused() {
    return refused;
  }

  String failed() {
    return failed;
  }

  String bar(int basisPoints, int width) {
    int filled = Math.clamp(Math.round(basisPoints * (width / 10000.0)), 0, width);
    return full.repeat(filled) + empty.repeat(width - filled);
  }
}
