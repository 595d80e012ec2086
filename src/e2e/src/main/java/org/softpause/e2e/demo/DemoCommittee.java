package org.softpause.e2e.demo;

import java.util.List;
import org.softpause.e2e.harness.Signatory;
import tools.jackson.databind.JsonNode;

/**
 * The five signatories and the registry that obeys three of them.
 *
 * @param deployment the deployment file
 * @param drill the exercise that made the registry live
 */
record DemoCommittee(List<Signatory> members, JsonNode deployment, AnchoredDecision drill) {

  Signatory member(String name) {
    return members.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  String registry() {
    return deployment.path("registry").asString();
  }

  /** The name that stands in the roster for an identifier. */
  String nameOf(int identifier) {
    for (JsonNode member : deployment.path("rosters").get(0).path("members")) {
      if (member.path("identifier").asInt() == identifier) {
        return member.path("name").asString();
      }
    }
    throw new IllegalArgumentException("nobody has identifier " + identifier);
  }
}
