package org.softpause.e2e.demo;

import java.util.List;
import org.softpause.e2e.harness.Signatory;
import tools.jackson.databind.JsonNode;

/**
 * The five signatories of the demo and the registry that any three of them control.
 *
 * @param deployment the deployment file
 * @param drill the drill that made the registry live
 */
record DemoCommittee(List<Signatory> members, JsonNode deployment, AnchoredDecision drill) {

  Signatory member(String name) {
    return members.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  String registry() {
    return deployment.path("registry").asString();
  }

  /** Returns the name that the roster gives for an identifier. */
  String nameOf(int identifier) {
    for (JsonNode member : deployment.path("rosters").get(0).path("members")) {
      if (member.path("identifier").asInt() == identifier) {
        return member.path("name").asString();
      }
    }
    throw new IllegalArgumentException("nobody has identifier " + identifier);
  }
}
