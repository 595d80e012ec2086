package org.softpause.signer.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.softpause.contracts.RegistryArtifact;
import org.softpause.protocol.Address;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.registry.Deployment;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.registry.DeploymentCheck;
import org.softpause.signer.registry.OwnNode;
import org.softpause.signer.registry.ServedDeployment;
import org.softpause.signer.report.OperationReport;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.store.PosixDisk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Verifies the registry against this signer's own record and its own node, then pins it. */
@Command(
    name = "check-deployment",
    description = "Verify the registry against your own ceremony and your own node, and pin it.")
final class CheckDeploymentCommand extends Subcommand {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "The deployment file (default: as the service has it).")
  private @Nullable Path file;

  @Option(
      names = "--joining",
      paramLabel = "ADDRESS",
      description =
          "For a member of a body that comes to it later: the registry's address, as you had it"
              + " from elsewhere.")
  private @Nullable String joining;

  @Override
  OperationReport run(SignerContext signerContext) {
    SignerState before = signerContext.store().read();
    Deployment deployment = deployment(signerContext);
    JsonObject json = deployment.toJson();
    requireSameAsPinned(before, json);
    DeploymentCheck check = new DeploymentCheck(deployment, RegistryArtifact.load());
    requireOurs(check, deployment, before);
    check.requireOnChain(
        new OwnNode(
            signerContext.transport(), signerContext.rpcAddress(), deployment.domain().registry()));
    signerContext.store().change(state -> pin(state, json));
    return report(deployment);
  }

  private void requireOurs(DeploymentCheck check, Deployment deployment, SignerState state) {
    if (joining == null) {
      check.requireOwnCommittee(state);
    } else if (!deployment.domain().registry().equals(Address.parse(joining))) {
      throw new RuleViolation(
          Rule.DEPLOYMENT_NOT_OURS, "the file is of registry " + deployment.domain().registry());
    }
  }

  private Deployment deployment(SignerContext signerContext) {
    if (file == null) {
      JsonObject answer = signerContext.service().get("/v1/registry").json();
      return ServedDeployment.parse(answer);
    }
    try {
      return Deployment.parse(new PosixDisk().read(file.toRealPath(), Deployment.MAX_BYTES));
    } catch (IOException failure) {
      CommandSpec own = Objects.requireNonNull(spec, "picocli sets the specification");
      throw new ParameterException(own.commandLine(), "cannot read " + file, failure);
    }
  }

  private static SignerState pin(SignerState state, JsonObject json) {
    requireSameAsPinned(state, json);
    return state.withDeployment(json);
  }

  private static void requireSameAsPinned(SignerState state, JsonObject json) {
    if (state.deployment().isPresent() && !state.deployment().get().equals(json)) {
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
