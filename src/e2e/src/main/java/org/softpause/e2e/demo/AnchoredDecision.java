package org.softpause.e2e.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.softpause.e2e.harness.LifecycleState;
import org.softpause.e2e.harness.ServiceProcess;
import tools.jackson.databind.JsonNode;

/** A decision in a finalised block, as the service shows it. */
record AnchoredDecision(String id, String what, JsonNode decision, JsonNode anchor) {

  static AnchoredDecision of(ServiceProcess service, String id, String what) {
    return new AnchoredDecision(
        id, what, service.decision(id), service.api().get("/v1/decisions/" + id + "/anchor"));
  }

  long block() {
    return anchor.path("block").path("number").asLong();
  }

  long gas() {
    return anchor.path("gasUsed").asLong();
  }

  long sequence() {
    return anchor.path("sequence").asLong();
  }

  /** The identifiers of the members whose shares made the signature. */
  List<Integer> signers() {
    List<Integer> signers = new ArrayList<>();
    decision.path("signers").forEach(one -> signers.add(one.asInt()));
    return signers;
  }

  /** The time at which it entered a state, as the service recorded it. */
  Instant at(LifecycleState state) {
    for (JsonNode step : decision.path("history")) {
      if (step.path("state").asString().equals(state.name())) {
        return Instant.parse(step.path("at").asString());
      }
    }
    throw new Expect.Unexpected("the history of " + id + " lacks " + state);
  }
}
