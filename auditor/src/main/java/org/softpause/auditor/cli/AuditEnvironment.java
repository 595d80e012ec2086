package org.softpause.auditor.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.softpause.auditor.audit.AuditProgress;
import org.softpause.protocol.Waiter;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.JsonObject;

/**
 * The outside world of a command, which tests replace.
 *
 * @param out receives reports
 * @param err receives one line on why a command failed
 * @param random draws the coefficients of batch verification
 * @param waiter lets time pass after a node has refused a request
 * @param progress is told how much of a chain has been read
 */
record AuditEnvironment(
    PrintWriter out, PrintWriter err, SecureRandom random, Waiter waiter, AuditProgress progress) {
  void print(JsonObject answer) {
    out.println(new String(CanonicalJson.encode(answer), StandardCharsets.UTF_8));
  }
}
