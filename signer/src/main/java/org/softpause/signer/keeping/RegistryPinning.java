package org.softpause.signer.keeping;

import java.util.List;
import java.util.Optional;
import org.softpause.contracts.RegistryArtifact;
import org.softpause.protocol.Address;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.registry.Deployment;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.registry.DeploymentCheck;
import org.softpause.signer.registry.ServedDeployment;
import org.softpause.signer.report.OperationReport;
import org.softpause.signer.state.SignerState;

/**
 * Verifies a registry against this signer's own record and its own node, and pins it; a signer
 * serves one registry for good.
 */
public record RegistryPinning(SignerContext context) {
  /** The deployment file that the service hands out. */
  public Deployment served() {
    return ServedDeployment.parse(context.service().get(ServedDeployment.PATH).json());
  }

  /**
   * Verifies and pins a registry.
   *
   * @param joining the registry's address as the officer knows it from elsewhere, for a member of a
   *     committee that did not found the registry
   * @throws RuleViolation DEPLOYMENT_ALREADY_PINNED, DEPLOYMENT_NOT_OURS, or what {@link
   *     DeploymentCheck} refuses
   */
  public OperationReport pin(Deployment deployment, Optional<Address> joining) {
    SignerState before = context.store().read();
    JsonObject file = deployment.toJson();
    requireSameAsPinned(before, file);
    DeploymentCheck check = new DeploymentCheck(deployment, RegistryArtifact.load());
    if (joining.isPresent()) {
      requireAddress(deployment, joining.get());
    } else {
      check.requireOwnCommittee(before);
    }
    check.requireOnChain(context.node(deployment.domain().registry()));
    context
        .store()
        .change(
            state -> {
              requireSameAsPinned(state, file);
              return state.withDeployment(file);
            });
    return report(deployment);
  }

  private static void requireAddress(Deployment deployment, Address registry) {
    if (!deployment.domain().registry().equals(registry)) {
      throw new RuleViolation(
          Rule.DEPLOYMENT_NOT_OURS, "the file is of registry " + deployment.domain().registry());
    }
  }

  private static void requireSameAsPinned(SignerState state, JsonObject file) {
    if (state.deployment().isPresent() && !state.deployment().get().equals(file)) {
      throw new RuleViolation(
          Rule.DEPLOYMENT_ALREADY_PINNED, "this signer serves another registry already");
    }
  }

  private static OperationReport report(Deployment deployment) {
    String registry = deployment.domain().registry().toString();
    long chain = deployment.domain().chainId();
    return new OperationReport(
        List.of(
            "Registry %s on chain %d is ours and is pinned.".formatted(registry, chain),
            "head_0      " + deployment.genesis().head0(),
            "Checked     own committee and roster in the genesis; every possession proof; code,",
            "            constructor, parameters and Genesis event by your own node."),
        new ObjectWriter()
            .text("registry", registry)
            .number("chainId", chain)
            .bytes32("head0", deployment.genesis().head0())
            .flag("pinned", true)
            .toJson());
  }
}
