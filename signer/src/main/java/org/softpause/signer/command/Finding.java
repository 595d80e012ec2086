package org.softpause.signer.command;

/**
 * What a check found.
 *
 * @param what was looked at, in a word
 * @param text one plain sentence, with what to do where something is to be done
 */
record Finding(Level level, String what, String text) {
  /** How much it matters. */
  enum Level {
    GOOD,
    NOTE,
    BAD
  }

  static Finding good(String what, String text) {
    return new Finding(Level.GOOD, what, text);
  }

  static Finding note(String what, String text) {
    return new Finding(Level.NOTE, what, text);
  }

  static Finding bad(String what, String text) {
    return new Finding(Level.BAD, what, text);
  }
}
