package org.softpause.authz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.softpause.authz.deployment.DeployRegistryCommand;
import org.softpause.db.PostgresFixture;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Slot;
import org.softpause.protocol.fixture.PauseBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service with its database, a node, five signatories and the registry that they founded. */
public final class SingleCommitteeRegistry implements AutoCloseable {
  private final PostgresFixture.Database database = PostgresFixture.shared().newDatabase();
  private final Anvil anvil = Anvil.start();
  private final Path folder;
  private final URI rpc;
  private final Signatories signatories;
  private RunningService service;

  private SingleCommitteeRegistry(long seed, UnaryOperator<URI> way) {
    try {
      this.folder = Files.createTempDirectory("softpause-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.rpc = way.apply(anvil.endpoint());
    Path key = anvil.senderKeyFile(folder);
    this.service = startService();
    this.signatories = new Signatories(seed, service);
    Bytes32 ceremony = signatories.foundCommittee();
    int code =
        DeployRegistryCommand.run(
            "--rpc=" + anvil.endpoint(),
            "--sender-key-file=" + key,
            "--service=" + service.open().base(),
            "--standing=" + ceremony,
            "--exempt-below-pflops=100",
            "--lead-seconds=5",
            "--min-ramp-seconds=5",
            "--out=" + folder.resolve("deployment.json"));
    assertThat(code).isZero();
    Eventually.equal(200, () -> service.open().get("/v1/registry").status());
  }

  /** The one that tests without needs of their own share. */
  public static SingleCommitteeRegistry shared() {
    return Shared.INSTANCE;
  }

  /** Shared too: decisions are signed and stay certified, so that no slot is ever taken. */
  public static SingleCommitteeRegistry sharedThatOnlySigns() {
    return Signing.INSTANCE;
  }

  /** Founds everything; the service talks to the node itself. */
  public static SingleCommitteeRegistry found(long seed) {
    return new SingleCommitteeRegistry(seed, UnaryOperator.identity());
  }

  /** Founds everything; the service reaches the node in this way. */
  public static SingleCommitteeRegistry found(long seed, UnaryOperator<URI> way) {
    return new SingleCommitteeRegistry(seed, way);
  }

  /** Stops the service as an operator would. */
  public void stopService() {
    service.close();
  }

  /** Starts it again on the same database, with more settings if need be. */
  public RunningService restartService(String... settings) {
    service = startService(settings);
    signatories.turnTo(service);
    return service;
  }

  /** One more service on the same database that signs but never sends anything to the chain. */
  public RunningService startReplica() {
    return RunningService.start(
        database,
        "softpause.ethereum.rpc-url=" + rpc,
        "softpause.registry.deployment-file=" + folder.resolve("deployment.json"),
        "softpause.token.key-file=" + folder.resolve("token-key.json"));
  }

  private RunningService startService(String... settings) {
    String[] all = new String[settings.length + 6];
    all[0] = "softpause.ethereum.rpc-url=" + rpc;
    all[1] = "softpause.ethereum.sender-key-file=" + folder.resolve("sender.key");
    all[2] = "softpause.registry.deployment-file=" + folder.resolve("deployment.json");
    all[3] = "softpause.token.key-file=" + folder.resolve("token-key.json");
    all[4] = "softpause.anchoring.poll=200ms";
    all[5] = "softpause.token.refresh=200ms";
    System.arraycopy(settings, 0, all, 6, settings.length);
    return RunningService.start(database, all);
  }

  public RunningService service() {
    return service;
  }

  public Signatories signatories() {
    return signatories;
  }

  public Anvil anvil() {
    return anvil;
  }

  public PostgresFixture.Database database() {
    return database;
  }

  /** The time of the latest block, Unix seconds. */
  public long now() {
    JsonNode block =
        JsonMapper.shared().readTree(anvil.call("eth_getBlockByNumber", "[\"latest\",false]"));
    return Long.decode(block.at("/result/timestamp").asString());
  }

  /** A pause for an hour that is fine now. */
  public PauseBuilder pause(int slot) {
    long now = now();
    return new PauseBuilder()
        .slot(slot)
        .proposedAt(now)
        .effectiveAt(now)
        .expiresAt(now + 3_600)
        .anchorBy(now + 3_600)
        .reasonHash(Signatories.reasonHash());
  }

  public Lift lift(int slot, Bytes32 pauseId) {
    long now = now();
    return new Lift(
        MandateName.STANDING,
        0,
        new Slot(slot),
        pauseId,
        now,
        now + 3_600,
        Signatories.reasonHash());
  }

  /** What the service says of a decision. */
  public JsonNode decision(Bytes32 id) {
    return service.open().get("/v1/decisions/" + id).json();
  }

  public void await(Bytes32 decision, String state) {
    Eventually.equal(state, () -> decision(decision).at("/state").asString());
  }

  @Override
  public void close() {
    service.close();
    anvil.close();
  }

  /** Goes on without the key that pays for sending. */
  private SingleCommitteeRegistry onlySigning() {
    service.close();
    service = startReplica();
    signatories.turnTo(service);
    return this;
  }

  private static final class Signing {
    static final SingleCommitteeRegistry INSTANCE = found(43).onlySigning();
  }

  private static final class Shared {
    static final SingleCommitteeRegistry INSTANCE = found(41);
  }
}
