package org.softpause.e2e.harness;

import org.softpause.e2e.process.ProcessOutput;
import tools.jackson.databind.JsonNode;

/** An agent's verdict on a token; the rule is empty if the token was accepted. */
public record AgentVerdict(
    boolean accepted, String rule, String detail, String assurance, int ceilingBps) {

  static AgentVerdict of(ProcessOutput output) {
    if (output.exitCode() > 1) {
      output.orFail();
    }
    JsonNode verdict = JsonTree.parse(output.out());
    return new AgentVerdict(
        verdict.path("verdict").asString().equals("accepted"),
        verdict.path("rule").asString(""),
        verdict.path("detail").asString(""),
        verdict.path("assurance").asString(""),
        verdict.path("ceilingBps").asInt(-1));
  }
}
