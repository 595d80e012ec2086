package org.softpause.e2e.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.softpause.e2e.harness.LifecycleState;
import org.softpause.e2e.harness.ServiceProcess;
import tools.jackson.databind.JsonNode;

/** A decision that stands on the chain for good, as the service shows it. */
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

  /** The identifiers of those whose shares are in the signature. */
  List<Integer> signers() {
    List<Integer> signers = new ArrayList<>();
    decision.path("signers").forEach(one -> signers.add(one.asInt()));
    return signers;
  }

  /** When it came into a state, by the service's own record. */
  Instant at(LifecycleState state) {
    for (JsonNode step : decision.path("history")) {
      if (step.path("state").asString().equals(state.name())) {
        return Instant.parse(step.path("at").asString());
      }
    }
    throw new Expect.Unexpected("the history of " + id + " lacks " + state);
  }
}
