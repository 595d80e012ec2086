package org.softpause.auditor.cli;

import java.io.PrintWriter;
import org.softpause.auditor.audit.AuditProgress;

/** Shows the progress of an audit in one terminal line, which it overwrites. */
final class ProgressBar implements AuditProgress {
  private static final int WIDTH = 30;

  private final PrintWriter terminal;

  ProgressBar(PrintWriter terminal) {
    this.terminal = terminal;
  }

  @Override
  public void read(String endpoint, long done, long total, long entries) {
    int full = (int) (WIDTH * done / Math.max(1, total));
    terminal.print(
        "\r["
            + "#".repeat(full)
            + " ".repeat(WIDTH - full)
            + "] "
            + 100 * done / Math.max(1, total)
            + " %  "
            + entries
            + " decisions from "
            + endpoint);
    terminal.print(done >= total ? "\r\033[K" : "");
    terminal.flush();
  }
}
