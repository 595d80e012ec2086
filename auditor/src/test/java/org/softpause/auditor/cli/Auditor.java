package org.softpause.auditor.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.softpause.auditor.audit.Progress;
import org.softpause.protocol.fixture.SeededRandom;

/** A run of the program: exit code and what it said. */
record Auditor(int exit, String out, String err) {
  static Auditor run(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Surroundings surroundings =
        new Surroundings(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            new SeededRandom(1),
            () -> {},
            Progress.none());
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    int exit = Main.commands(surroundings).execute(words);
    return new Auditor(exit, out.toString(), err.toString());
  }

  String lastLine() {
    return out.strip().substring(out.strip().lastIndexOf('\n') + 1);
  }
}
