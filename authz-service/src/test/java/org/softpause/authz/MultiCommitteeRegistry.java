package org.softpause.authz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.softpause.authz.deployment.DeployRegistryCommand;
import org.softpause.db.PostgresFixture;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.Decision;
import org.softpause.protocol.fixture.PauseBuilder;
import org.softpause.protocol.fixture.TestCeremony;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A registry with a licence, held by two bodies, with a third for EMERGENCY and a fourth that holds
 * nothing yet; each has three members, of whom two sign.
 */
public final class MultiCommitteeRegistry implements AutoCloseable {
  private final PostgresFixture.Database database = PostgresFixture.shared().newDatabase();
  private final Anvil anvil = Anvil.start();
  private final Path folder;
  private final RunningService service;
  private final Signatories north;
  private final Signatories south;
  private final Signatories swift;
  private final Signatories fresh;

  private MultiCommitteeRegistry(long seed) {
    try {
      this.folder = Files.createTempDirectory("softpause-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Path key = anvil.senderKeyFile(folder);
    Path file = folder.resolve("deployment.json");
    this.service =
        RunningService.start(
            database,
            "softpause.ethereum.rpc-url=" + anvil.endpoint(),
            "softpause.ethereum.sender-key-file=" + key,
            "softpause.registry.deployment-file=" + file,
            "softpause.token.key-file=" + folder.resolve("token-key.json"),
            "softpause.anchoring.poll=200ms",
            "softpause.token.refresh=200ms");
    this.north = body(seed, "ada", "ben", "cleo");
    this.south = body(seed + 1, "dan", "eve", "fred");
    this.swift = body(seed + 2, "gina", "hal", "iris");
    this.fresh = body(seed + 3, "jo", "kim", "leo");
    int code =
        DeployRegistryCommand.run(
            "--rpc=" + anvil.endpoint(),
            "--sender-key-file=" + key,
            "--service=" + service.open().base(),
            "--standing=" + north.foundCommittee() + "," + south.foundCommittee(),
            "--emergency=" + swift.foundCommittee(),
            "--exempt-below-pflops=100",
            "--min-ramp-seconds=5",
            "--lapse-ceiling-bps=3000",
            "--licence-seconds=604800",
            "--lapse-ramp-seconds=600",
            "--lapse-stagger-seconds=60",
            "--out=" + file);
    assertThat(code).isZero();
    fresh.foundCommittee();
    Eventually.equal(200, () -> service.open().get("/v1/registry").status());
  }

  public static MultiCommitteeRegistry found(long seed) {
    return new MultiCommitteeRegistry(seed);
  }

  private Signatories body(long seed, String... names) {
    return new Signatories(TestCeremony.of(seed, 2, names), seed, service);
  }

  public Signatories north() {
    return north;
  }

  public Signatories south() {
    return south;
  }

  public Signatories swift() {
    return swift;
  }

  /** Complete, and without a mandate at first. */
  public Signatories fresh() {
    return fresh;
  }

  /** As a Rotate names them, in its order. */
  public static List<CommitteeKey> keys(Signatories... bodies) {
    return Stream.of(bodies)
        .map(Signatories::fullRoster)
        .map(MultiCommitteeRegistry::key)
        .sorted((one, other) -> one.x().compareTo(other.x()))
        .toList();
  }

  private static CommitteeKey key(Roster roster) {
    return new CommitteeKey(roster.groupKey(), roster.civil(), roster.hash());
  }

  /** Proposed by the first body and signed by all of them, one after the other. */
  public Bytes32 certify(Decision decision, Signatories... bodies) {
    HttpCaller.Answer answer = bodies[0].propose(decision);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    Bytes32 id = decision.id(bodies[0].domain());
    for (Signatories body : bodies) {
      assertThat(state(id)).isIn("PROPOSED", "SIGNING");
      body.sign(id, decision.epoch());
    }
    return id;
  }

  /** As {@link #certify}, up to the final block. */
  public Bytes32 decide(Decision decision, Signatories... bodies) {
    Bytes32 id = certify(decision, bodies);
    await(id, "FINAL");
    return id;
  }

  public String state(Bytes32 id) {
    return get("/v1/decisions/" + id).at("/state").asString();
  }

  public void await(Bytes32 id, String state) {
    Eventually.equal(state, () -> state(id));
  }

  public JsonNode get(String path) {
    return service.open().get(path).json();
  }

  /** The time of the latest block, Unix seconds. */
  public long now() {
    JsonNode block =
        JsonMapper.shared().readTree(anvil.call("eth_getBlockByNumber", "[\"latest\",false]"));
    return Long.decode(block.at("/result/timestamp").asString());
  }

  /** A pause for two hours that is fine now. */
  public PauseBuilder pause(int slot) {
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
    service.close();
    anvil.close();
  }
}
