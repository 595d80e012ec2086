package org.softpause.auditor.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.softpause.auditor.audit.AuditProgress;
import org.softpause.auditor.chain.LogScan;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.JsonObject;

/**
 * What a command finds around it.
 *
 * @param out reports
 * @param err one line on why a command could not do its work
 * @param random coefficients of batch verification
 * @param rest what to do between questions to a node that refused one
 * @param progress who watches the reading of a chain
 */
record AuditEnvironment(
    PrintWriter out,
    PrintWriter err,
    SecureRandom random,
    LogScan.Rest rest,
    AuditProgress progress) {
  void print(JsonObject answer) {
    out.println(new String(CanonicalJson.encode(answer), StandardCharsets.UTF_8));
  }
}
