package org.softpause.agent.state;

import java.util.List;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.ObjectReader;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.json.StrictJson;

/**
 * The agent's state as JSON, without its log. The {@link LogJournal} keeps that, and the head tells
 * which log it is.
 */
record StateDocument(
    AgentEnrolment enrolment,
    long sequence,
    Bytes32 head,
    ProofTimes times,
    Overlay overlay,
    EnforcedLevel enforced) {
  private static final String TYPE = "softpause-agent-state-v2";
  private static final String TYPE_V1 = "softpause-agent-state-v1";
  private static final int MAX_TYPE = 64;
  private static final int MAX_BYTES = 16 * 1024 * 1024;

  static StateDocument of(AgentState state) {
    return new StateDocument(
        state.enrolment(),
        state.log().length(),
        state.log().head(),
        state.times(),
        state.overlay(),
        state.enforced());
  }

  AgentState with(VerifiedLog log) {
    return new AgentState(enrolment, log, times, overlay, enforced);
  }

  byte[] encode() {
    return CanonicalJson.encode(
        new ObjectWriter()
            .text("type", TYPE)
            .json("enrolment", enrolment.toJson())
            .number("sequence", sequence)
            .bytes32("head", head)
            .json("times", times.toJson())
            .array("overlay", overlay.entries(), UnprovenEntry::toJson)
            .array("refuted", overlay.refuted(), RefutedClaim::toJson)
            .json("enforced", enforced.toJson())
            .toJson());
  }

  static StateDocument decode(byte[] body) {
    return StrictJson.read(body, MAX_BYTES, StateDocument::read);
  }

  private static StateDocument read(ObjectReader in) {
    boolean first = in.text("type", MAX_TYPE).equals(TYPE_V1);
    if (!first) {
      in.literal("type", TYPE);
    }
    return new StateDocument(
        in.object("enrolment", AgentEnrolment::read),
        in.number("sequence", 0, Integer.MAX_VALUE),
        in.bytes32("head"),
        in.object("times", ProofTimes::read),
        first ? overlayV1(in) : overlay(in),
        in.object("enforced", EnforcedLevel::read));
  }

  private static Overlay overlay(ObjectReader in) {
    return new Overlay(
        in.objects("overlay", UnprovenEntry::read), in.objects("refuted", RefutedClaim::read));
  }

  /** The first version also kept what is only certified, which moves no capacity any more. */
  private static Overlay overlayV1(ObjectReader in) {
    List<UnprovenEntry> entries = in.objects("overlay", UnprovenEntry::readV1);
    return new Overlay(entries.stream().filter(entry -> entry.claimed() > 0).toList(), List.of());
  }
}
