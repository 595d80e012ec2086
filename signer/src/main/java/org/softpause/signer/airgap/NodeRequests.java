package org.softpause.signer.airgap;

import java.net.http.HttpClient;
import java.util.Map;
import java.util.Optional;
import org.softpause.contracts.RegistryArtifact;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.json.StrictJson;
import org.softpause.protocol.registry.Deployment;
import org.softpause.signer.registry.DeploymentCheck;
import org.softpause.signer.registry.OwnNode;
import org.softpause.signer.service.UnreachableException;

/**
 * Asks the node what a signer will ask it, by running the same code here: the answers are recorded
 * on the way, and what the code makes of them on this side counts for nothing.
 */
record NodeRequests(HttpClient recording, Map<CarriedRequest, CarriedAnswer> answers) {
  void run() {
    deployment().ifPresent(this::run);
  }

  private void run(Deployment deployment) {
    OwnNode chain =
        new OwnNode(recording, Recipient.NODE.address(), deployment.domain().registry());
    try {
      chain.now();
      chain.finalisedHead();
      new DeploymentCheck(deployment, RegistryArtifact.load()).requireOnChain(chain);
    } catch (RuleViolation | UnreachableException forTheOtherSideToFindOut) {
      return;
    }
  }

  private Optional<Deployment> deployment() {
    return Optional.ofNullable(answers.get(CarriedRequest.get("/v1/registry")))
        .filter(answer -> answer.status() == 200)
        .flatMap(NodeRequests::parse);
  }

  private static Optional<Deployment> parse(CarriedAnswer answer) {
    try {
      return StrictJson.parse(answer.bytes(), CarriedRequest.MAX_BODY) instanceof JsonObject object
          ? Optional.of(Deployment.parse(CanonicalJson.encode(withoutLive(object))))
          : Optional.empty();
    } catch (RuleViolation noDeployment) {
      return Optional.empty();
    }
  }

  private static JsonObject withoutLive(JsonObject answer) {
    ObjectWriter out = new ObjectWriter();
    answer.members().entrySet().stream()
        .filter(member -> !member.getKey().equals("live"))
        .forEach(member -> out.json(member.getKey(), member.getValue()));
    return out.toJson();
  }
}
