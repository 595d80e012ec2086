package org.softpause.agent.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.softpause.agent.plan.OperatorFormat;
import org.softpause.agent.state.AgentState;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectWriter;

/** The content of status.json. */
final class StatusDocument {
  private StatusDocument() {}

  static JsonObject of(CycleResult turn, Instant at) {
    AgentState state = turn.state();
    return new ObjectWriter()
        .bytes32("siteId", state.enrolment().siteId())
        .text("name", state.enrolment().site().name())
        .number("ceilingBps", turn.level())
        .number("targetBps", turn.target())
        .number("measuredBps", turn.measured())
        .text("assurance", VerdictDescription.assurance(turn.verdict()))
        .number("sequence", state.log().length())
        .bytes32("head", state.log().head())
        .text("provenAt", OperatorFormat.time(state.times().provenAt()))
        .text("rule", VerdictDescription.rule(turn.verdict()))
        .text("verdict", VerdictDescription.name(turn.verdict()))
        .text("why", turn.why())
        .text("at", at.truncatedTo(ChronoUnit.MILLIS).toString())
        .toJson();
  }
}
