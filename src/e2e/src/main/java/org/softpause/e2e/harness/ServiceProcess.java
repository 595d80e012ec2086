package org.softpause.e2e.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.softpause.e2e.process.ChildProcess;
import org.softpause.e2e.process.FreePort;
import org.softpause.e2e.process.Poll;
import org.softpause.e2e.process.ProcessCommand;
import org.softpause.e2e.process.Processes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The authorization service as a process, with its public API and its admin API. */
public final class ServiceProcess {

  private static final Duration START = Duration.ofMinutes(2);

  private final Processes processes;
  private final ProcessCommand command;
  private final JsonApi api;
  private final JsonApi admin;
  private final Path folder;
  private ChildProcess process;

  private ServiceProcess(
      Processes processes, ProcessCommand command, int port, int adminPort, Path folder) {
    this.processes = processes;
    this.command = command;
    this.api = JsonApi.at(URI.create("http://127.0.0.1:" + port));
    this.admin = JsonApi.at(URI.create("http://127.0.0.1:" + adminPort));
    this.folder = folder;
    this.process = processes.start(command);
  }

  /** Starts the service against both servers without waiting until it is ready. */
  public static ServiceProcess start(
      Checkout checkout,
      PostgresServer database,
      EthereumNode ethereum,
      Path folder,
      Processes processes)
      throws IOException {
    Files.createDirectories(folder);
    int port = FreePort.find();
    int adminPort = FreePort.find();
    List<String> settings = new ArrayList<>();
    settings.add("--server.address=127.0.0.1");
    settings.add("--server.port=" + port);
    settings.add("--management.server.address=127.0.0.1");
    settings.add("--management.server.port=" + adminPort);
    settings.add("--spring.datasource.url=" + database.jdbcUrl());
    settings.add("--spring.datasource.username=" + database.user());
    settings.add("--softpause.ethereum.rpc-url=" + ethereum.endpoint());
    settings.add("--softpause.ethereum.sender-key-file=" + ethereum.senderKeyFile());
    settings.add("--softpause.registry.deployment-file=" + deploymentFile(folder));
    settings.add("--softpause.token.key-file=" + tokenKeyFile(folder));
    settings.add("--softpause.token.issuer=http://127.0.0.1:" + port);
    settings.add("--softpause.token.refresh=500ms");
    settings.add("--softpause.anchoring.poll=300ms");
    ProcessCommand command =
        program(checkout, processes)
            .command("authz-service", settings)
            .with("SPRING_DATASOURCE_PASSWORD", database.password());
    return new ServiceProcess(processes, command, port, adminPort, folder);
  }

  /** Waits until its health page reports UP. */
  public ServiceProcess ready() {
    Poll.untilTrue("authz-service to be up (" + process.log() + ")", START, this::isUp);
    return this;
  }

  /** Kills the process and starts it again with the same database, ports and keys. */
  public ServiceProcess killAndRestart() throws InterruptedException {
    process.kill();
    process = processes.start(command);
    return ready();
  }

  /** The id of the process. */
  public long pid() {
    return process.pid();
  }

  public JsonApi api() {
    return api;
  }

  public URI url() {
    return api.base();
  }

  public URI healthUrl() {
    return admin.base().resolve("/actuator/health");
  }

  /** The path at which the service looks for its deployment file. */
  public Path deploymentFile() {
    return deploymentFile(folder);
  }

  /** The private key that signs tokens, which attacks by a dishonest service need. */
  public Path tokenKeyFile() {
    return tokenKeyFile(folder);
  }

  /** The public key that verifies its tokens, reduced to the members that agents pin. */
  public JsonNode tokenKey() {
    JsonNode published = api.get("/.well-known/jwks.json").path("keys").get(0);
    return ((ObjectNode) published).retain("kty", "crv", "use", "x", "y");
  }

  /** Requests an enrolment code for a jurisdiction that may sign sites in these regions. */
  public String enrolmentCode(String name, List<Integer> regions) {
    ObjectNode request = JsonTree.object().put("name", name);
    ArrayNode list = request.putArray("regions");
    regions.forEach(list::add);
    return admin.post("/admin/enrolment-codes", request).path("code").asString();
  }

  public JsonNode decision(String id) {
    return api.get("/v1/decisions/" + id);
  }

  /** Waits until a decision has reached the given state or a later one. */
  public JsonNode awaitState(String id, LifecycleState state, Duration limit) {
    return Poll.until(
        "decision " + id + " to be " + state, limit, () -> reached(decision(id), state));
  }

  private static Optional<JsonNode> reached(JsonNode decision, LifecycleState state) {
    LifecycleState now = LifecycleState.valueOf(decision.path("state").asString());
    if (now.isDeadEnd()) {
      throw new IllegalStateException("the decision has become " + now + ": " + decision);
    }
    return now.compareTo(state) >= 0 ? Optional.of(decision) : Optional.empty();
  }

  private boolean isUp() {
    if (!process.isAlive()) {
      throw new IllegalStateException("authz-service ended, see " + process.log());
    }
    try {
      return admin.get("/actuator/health").path("status").asString().equals("UP");
    } catch (UncheckedIOException | HttpProblem notYet) {
      return false;
    }
  }

  /** Returns the service's program, extracted for a fast start. */
  static JavaProgram program(Checkout checkout, Processes processes) throws IOException {
    Path jar = ExtractedJar.of(checkout.serviceJar(), checkout.cache(), processes);
    return JavaProgram.ready(jar);
  }

  private static Path deploymentFile(Path folder) {
    return folder.resolve("deployment.json");
  }

  private static Path tokenKeyFile(Path folder) {
    return folder.resolve("token-key.jwk");
  }
}
