package org.softpause.agent.report;

import java.io.PrintStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/**
 * The agent's log on standard output: one line for each change, with its time, its level and a
 * sentence that is understood without other lines. Control characters are removed, so that text
 * from outside cannot forge a line.
 */
public final class OperatorLog {
  private final PrintStream out;
  private final Clock clock;

  public OperatorLog(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  /** Logs that all is as it should be. */
  public void info(String line) {
    write("INFO ", line);
  }

  /** Logs something that an operator should look into while the site is safe. */
  public void warn(String line) {
    write("WARN ", line);
  }

  /** Logs something on which an operator must act now. */
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
