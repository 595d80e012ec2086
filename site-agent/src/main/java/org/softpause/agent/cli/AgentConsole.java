package org.softpause.agent.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.softpause.agent.report.OperatorLog;
import org.softpause.protocol.Waiter;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.JsonObject;

/**
 * What a command gets from its surroundings: the clock, the waiter and the output streams.
 *
 * @param waiter lets time pass between two attempts to enrol
 * @param out takes log lines and answers
 * @param err takes one line on why a command failed
 */
record AgentConsole(Clock clock, Waiter waiter, PrintStream out, PrintStream err) {
  OperatorLog log() {
    return new OperatorLog(out, clock);
  }

  void print(JsonObject answer) {
    out.println(new String(CanonicalJson.encode(answer), StandardCharsets.UTF_8));
  }
}
