package org.softpause.authz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.softpause.authz.deployment.DeployRegistryCommand;
import org.softpause.db.PostgresFixture;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.fixture.PauseBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A database, an Ethereum node and a folder, and the service that runs on them. */
abstract class RegistryWorld implements AutoCloseable {
  private final PostgresFixture.Database database = PostgresFixture.shared().newDatabase();
  private final Anvil anvil = Anvil.start();
  private final Path folder;
  private final Path senderKey;

  RegistryWorld() {
    try {
      this.folder = Files.createTempDirectory("softpause-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.senderKey = anvil.senderKeyFile(folder);
  }

  /** Where the public is served at the moment. */
  abstract RunningService service();

  public final Anvil anvil() {
    return anvil;
  }

  public final PostgresFixture.Database database() {
    return database;
  }

  /** Starts a service that follows the chain and sends, with more settings if need be. */
  final RunningService startSendingService(URI rpc, String... settings) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "softpause.ethereum.sender-key-file=" + senderKey,
                "softpause.anchoring.poll=200ms",
                "softpause.token.refresh=200ms"));
    all.addAll(List.of(settings));
    return startService(rpc, all);
  }

  /** Starts a service without the key that pays: it signs but never sends. */
  final RunningService startSilentService(URI rpc) {
    return startService(rpc, List.of());
  }

  private RunningService startService(URI rpc, List<String> settings) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "softpause.ethereum.rpc-url=" + rpc,
                "softpause.registry.deployment-file=" + deploymentFile(),
                "softpause.token.key-file=" + folder.resolve("token-key.json")));
    all.addAll(settings);
    return RunningService.start(database, all.toArray(String[]::new));
  }

  /** Deploys a registry for ceremonies on the service's board and waits until it is served. */
  final void deploy(String... options) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--rpc=" + anvil.endpoint(),
                "--sender-key-file=" + senderKey,
                "--service=" + service().open().base(),
                "--exempt-below-pflops=100",
                "--min-ramp-seconds=5",
                "--out=" + deploymentFile()));
    all.addAll(List.of(options));
    int code = DeployRegistryCommand.run(all.toArray(String[]::new));
    if (code != 0) {
      throw new AssertionError("deploy-registry ended with code " + code);
    }
    Eventually.equal(200, () -> service().open().get("/v1/registry").status());
  }

  /** Where the service's keys and the deployment file are. */
  public final Path folder() {
    return folder;
  }

  private Path deploymentFile() {
    return folder.resolve("deployment.json");
  }

  /** What the service answers at a path. */
  public final JsonNode get(String path) {
    return service().open().get(path).json();
  }

  /** What the service says of a decision. */
  public final JsonNode decision(Bytes32 id) {
    return get("/v1/decisions/" + id);
  }

  public final String state(Bytes32 id) {
    return decision(id).at("/state").asString();
  }

  /** Waits until a decision has reached a state. */
  public final void await(Bytes32 id, String state) {
    Eventually.equal(state, () -> state(id));
  }

  /** The time of the latest block, Unix seconds. */
  public final long now() {
    JsonNode block =
        JsonMapper.shared().readTree(anvil.call("eth_getBlockByNumber", "[\"latest\",false]"));
    return Long.decode(block.at("/result/timestamp").asString());
  }

  /** A pause that the registry would accept now; it lasts two hours from now on. */
  public final PauseBuilder pause(int slot) {
    long now = now();
    return new PauseBuilder()
        .slot(slot)
        .proposedAt(now)
        .effectiveAt(now)
        .expiresAt(now + 7_200)
        .anchorBy(now + 3_600)
        .reasonHash(Signatories.reasonHash());
  }

  @Override
  public void close() {
    service().close();
    anvil.close();
  }
}
