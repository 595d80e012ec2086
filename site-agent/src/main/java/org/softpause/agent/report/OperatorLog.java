package org.softpause.agent.report;

import java.io.PrintStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/**
 * One line for each change, on standard output: time, level, and a sentence that needs no other
 * line to be understood. What comes from outside is stripped of line breaks, so that nobody can
 * write a line of ours.
 */
public final class OperatorLog {
  private final PrintStream out;
  private final Clock clock;

  public OperatorLog(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  /** All is as it should be. */
  public void info(String line) {
    write("INFO ", line);
  }

  /** Somebody should look into it; the site is safe. */
  public void warn(String line) {
    write("WARN ", line);
  }

  /** Somebody must act now. */
  public void alarm(String line) {
    write("ALARM", line);
  }

  private void write(String level, String line) {
    String clean = line.replaceAll("\\p{Cntrl}", " ");
    synchronized (out) {
      out.println(clock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + level + " " + clean);
      out.flush();
    }
  }
}
