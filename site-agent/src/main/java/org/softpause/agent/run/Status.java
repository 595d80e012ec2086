package org.softpause.agent.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.softpause.agent.plan.Words;
import org.softpause.agent.state.AgentState;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectWriter;

/** The content of status.json. */
final class Status {
  private Status() {}

  static JsonObject of(Turn turn, Instant at) {
    AgentState state = turn.state();
    return new ObjectWriter()
        .bytes32("siteId", state.enrolment().siteId())
        .text("name", state.enrolment().site().name())
        .number("ceilingBps", turn.level())
        .number("targetBps", turn.target())
        .number("measuredBps", turn.measured())
        .text("assurance", VerdictWords.assurance(turn.verdict()))
        .number("sequence", state.log().length())
        .bytes32("head", state.log().head())
        .text("provenAt", Words.time(state.times().provenAt()))
        .text("rule", VerdictWords.rule(turn.verdict()))
        .text("verdict", VerdictWords.name(turn.verdict()))
        .text("why", turn.why())
        .text("at", at.truncatedTo(ChronoUnit.MILLIS).toString())
        .toJson();
  }
}
