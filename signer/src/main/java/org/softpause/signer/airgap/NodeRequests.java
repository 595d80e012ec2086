package org.softpause.signer.airgap;

import java.util.Map;
import java.util.Optional;
import org.softpause.contracts.RegistryArtifact;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.client.UnreachableException;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.StrictJson;
import org.softpause.protocol.registry.Deployment;
import org.softpause.protocol.transport.Transport;
import org.softpause.signer.registry.DeploymentCheck;
import org.softpause.signer.registry.OwnNode;
import org.softpause.signer.registry.ServedDeployment;

/**
 * Asks the node everything that an offline signer will ask it, by running the signer's own checks
 * here. The answers are recorded on the way; the result of the checks counts only on the signer's
 * machine.
 */
record NodeRequests(Transport recording, Map<CarriedRequest, CarriedAnswer> answers) {
  void run() {
    deployment().ifPresent(this::run);
  }

  private void run(Deployment deployment) {
    OwnNode node = new OwnNode(recording, Recipient.NODE.address(), deployment.domain().registry());
    try {
      node.now();
      node.finalisedHead();
      new DeploymentCheck(deployment, RegistryArtifact.load()).requireOnChain(node);
    } catch (RuleViolation | UnreachableException forTheSignerToFindOut) {
      return;
    }
  }

  private Optional<Deployment> deployment() {
    return Optional.ofNullable(answers.get(CarriedRequest.get(ServedDeployment.PATH)))
        .filter(answer -> answer.status() == 200)
        .flatMap(NodeRequests::parse);
  }

  private static Optional<Deployment> parse(CarriedAnswer answer) {
    try {
      return StrictJson.parse(answer.bytes(), CarriedRequest.MAX_BODY) instanceof JsonObject object
          ? Optional.of(ServedDeployment.parse(object))
          : Optional.empty();
    } catch (RuleViolation noDeployment) {
      return Optional.empty();
    }
  }
}
