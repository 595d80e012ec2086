package org.softpause.agent.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.softpause.agent.plan.OperatorFormat;
import org.softpause.agent.state.AgentState;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectWriter;

/** The content of status.json, the agent's state for monitors. */
final class StatusDocument {
  private StatusDocument() {}

  static JsonObject of(CycleResult cycle, Instant at) {
    AgentState state = cycle.state();
    ObjectWriter out =
        new ObjectWriter()
            .bytes32("siteId", state.enrolment().siteId())
            .text("name", state.enrolment().site().name())
            .number("ceilingBps", cycle.level())
            .number("targetBps", cycle.target())
            .number("measuredBps", cycle.measured())
            .text("enforcement", cycle.enforcement())
            .text("problem", cycle.problem())
            .text("assurance", VerdictDescription.assurance(cycle.verdict()))
            .number("sequence", state.log().length())
            .bytes32("head", state.log().head())
            .text("provenAt", OperatorFormat.time(state.times().provenAt()))
            .text("rule", VerdictDescription.rule(cycle.verdict()))
            .text("verdict", VerdictDescription.name(cycle.verdict()))
            .text("why", cycle.why())
            .text("at", at.truncatedTo(ChronoUnit.MILLIS).toString())
            .number("kilowatts", state.enrolment().site().power().kilowatts(cycle.level()));
    cycle.curve().ifPresent(curve -> out.json("plannedCurve", curve.toJson()));
    return out.toJson();
  }
}
