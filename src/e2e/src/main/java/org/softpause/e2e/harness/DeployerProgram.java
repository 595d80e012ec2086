package org.softpause.e2e.harness;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.softpause.e2e.process.Processes;
import tools.jackson.databind.JsonNode;

/** Runs the service's command that deploys a registry. */
public record DeployerProgram(Checkout checkout, Processes processes) {

  /** Deploys a registry for the committee and returns the deployment file. */
  public JsonNode deploys(ProposedCeremony standing, EthereumNode ethereum, ServiceProcess service)
      throws IOException {
    Path file = service.deploymentFile();
    List<String> words =
        List.of(
            "deploy-registry",
            "--rpc=" + ethereum.endpoint(),
            "--sender-key-file=" + ethereum.senderKeyFile(),
            "--service=" + service.url(),
            "--standing=" + standing.id(),
            "--exempt-below-pflops=100",
            "--lead-seconds=5",
            "--min-ramp-seconds=5",
            "--out=" + file);
    processes
        .run(
            ServiceProcess.program(checkout, processes).command("deploy-registry", words),
            Duration.ofSeconds(90))
        .orFail();
    return JsonTree.read(file);
  }
}
