package org.softpause.e2e.attack;

import org.softpause.e2e.harness.HttpProblem;
import org.softpause.e2e.harness.ServiceProcess;
import tools.jackson.databind.JsonNode;

/** The attack of two signatories who try to decide without the third. */
public record CommitteeAttacks(ServiceProcess service, String decisionOfTwo) {

  /** The service must not make a signing package for two approvals. */
  public Attack twoAlone() {
    return new Attack(
        "Two signatories alone approve a pause of everything, everywhere, down to 1 %",
        "no-signing-package", this::askForThePackage);
  }

  private AttackResult askForThePackage() {
    JsonNode decision = service.decision(decisionOfTwo);
    int approvals = decision.path("approvals").size();
    if (approvals != 2) {
      throw new IllegalStateException("expected two approvals, there are " + approvals);
    }
    String roster = roster();
    try {
      service.api().get("/v1/decisions/" + decisionOfTwo + "/signing-package?roster=" + roster);
      return AttackResult.none("service", "made a signing package");
    } catch (HttpProblem problem) {
      return new AttackResult("service", problem.rule(), "HTTP " + problem.status());
    }
  }

  private String roster() {
    JsonNode registry = service.api().get("/v1/registry");
    return registry.path("standing").get(0).path("roster").asString();
  }
}
