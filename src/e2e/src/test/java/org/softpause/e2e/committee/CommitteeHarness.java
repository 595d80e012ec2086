package org.softpause.e2e.committee;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.softpause.e2e.harness.Checkout;
import org.softpause.e2e.harness.DeployerProgram;
import org.softpause.e2e.harness.EthereumNode;
import org.softpause.e2e.harness.PostgresServer;
import org.softpause.e2e.harness.ProposedCeremony;
import org.softpause.e2e.harness.ServiceProcess;
import org.softpause.e2e.harness.Signatory;
import org.softpause.e2e.harness.Toolkit;
import org.softpause.e2e.process.Parallel;
import org.softpause.e2e.process.Poll;
import org.softpause.e2e.process.ProcessCommand;
import org.softpause.e2e.process.Processes;
import tools.jackson.databind.JsonNode;

/** The servers of the test and the officers, honest and hostile, who use them. */
final class CommitteeHarness implements AutoCloseable {
  private static final long SEED = 7;

  private final Path folder;
  private final Processes processes;
  private final Toolkit toolkit;
  private final EthereumNode ethereum;
  private final ServiceProcess service;

  private CommitteeHarness(
      Path folder,
      Processes processes,
      Toolkit toolkit,
      EthereumNode node,
      ServiceProcess service) {
    this.folder = folder;
    this.processes = processes;
    this.toolkit = toolkit;
    this.ethereum = node;
    this.service = service;
  }

  /** Starts the servers. */
  static CommitteeHarness start(Path folder) throws IOException {
    Processes processes = new Processes(Files.createDirectories(folder.resolve("logs")));
    Checkout checkout = Checkout.find();
    Random random = new Random(SEED);
    PostgresServer database =
        PostgresServer.start(checkout, folder.resolve("postgresql"), processes, random);
    EthereumNode ethereum = EthereumNode.start(checkout, folder.resolve("ethereum"), processes);
    ServiceProcess service =
        ServiceProcess.start(
            checkout, database, ethereum, folder.resolve("authz-service"), processes);
    Toolkit toolkit = new Toolkit(checkout, processes, random);
    return new CommitteeHarness(folder, processes, toolkit, ethereum, service.ready());
  }

  ServiceProcess service() {
    return service;
  }

  /** Creates an officer with a machine of its own. */
  Signatory officer(String name) throws IOException {
    return officer(name, "signers");
  }

  /** Creates an officer in another folder, as if at another machine. */
  Signatory officer(String name, String machines) throws IOException {
    return Signatory.named(
        name, folder.resolve(machines), service.url(), ethereum.endpoint(), toolkit);
  }

  void enrol(List<Signatory> officers) {
    Parallel.each(officers, one -> one.enrols(service.enrolmentCode(one.name(), List.of())));
  }

  /** Starts the hostile program under this name and waits until it has enrolled. */
  void hostile(String name) {
    processes.start(
        ProcessCommand.of(
            "hostile-signer",
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx96m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                HostileSigner.class.getName(),
                name,
                service.url().toString(),
                service.enrolmentCode(name, List.of()),
                hostileShare().toString())));
    Poll.untilTrue(name + " to enrol", Duration.ofSeconds(60), () -> isEnrolled(name));
  }

  /** The file into which the hostile program writes its key share. */
  Path hostileShare() {
    return folder.resolve("share-of-the-hostile-signer");
  }

  /** Waits until the service has refused the hostile program's vote on a decision. */
  void awaitHostileRefused(String decision) {
    Path log = folder.resolve("logs").resolve("hostile-signer.log");
    Poll.untilTrue(
        "the hostile signer's vote on " + decision + " to be refused",
        Duration.ofSeconds(60),
        () -> {
          try {
            return Files.readString(log).contains("refused " + decision);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private boolean isEnrolled(String name) {
    return service
        .api()
        .get("/v1/jurisdictions")
        .path("jurisdictions")
        .valueStream()
        .anyMatch(one -> one.path("name").asString().equals(name));
  }

  JsonNode deploy(ProposedCeremony standing) throws IOException {
    return new DeployerProgram(toolkit.checkout(), processes).deploys(standing, ethereum, service);
  }

  Path reasons() throws IOException {
    return Files.writeString(folder.resolve("reasons.md"), "A test of the committee.\n");
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() {
    processes.close();
  }
}
