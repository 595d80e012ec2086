package org.softpause.agent.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.softpause.agent.report.OperatorLog;
import org.softpause.protocol.Waiter;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.JsonObject;

/**
 * Where a command reads the time and whom it tells.
 *
 * @param waiter lets time pass between two attempts to enrol
 * @param out lines and answers
 * @param err one line on why a command failed
 */
record AgentConsole(Clock clock, Waiter waiter, PrintStream out, PrintStream err) {
  OperatorLog log() {
    return new OperatorLog(out, clock);
  }

  void print(JsonObject answer) {
    out.println(new String(CanonicalJson.encode(answer), StandardCharsets.UTF_8));
  }
}
