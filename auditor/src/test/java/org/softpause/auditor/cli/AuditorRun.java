package org.softpause.auditor.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.softpause.auditor.audit.AuditProgress;
import org.softpause.protocol.fixture.SeededRandom;

/** The result of one run of the auditor's program: exit code, output and errors. */
record AuditorRun(int exit, String out, String err) {
  static AuditorRun run(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    AuditEnvironment environment =
        new AuditEnvironment(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            new SeededRandom(1),
            span -> {},
            AuditProgress.none());
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    int exit = AuditorMain.commands(environment).execute(words);
    return new AuditorRun(exit, out.toString(), err.toString());
  }

  String lastLine() {
    return out.strip().substring(out.strip().lastIndexOf('\n') + 1);
  }
}
