package org.softpause.auditor.world;

import static org.softpause.protocol.fixture.TestRegistry.LICENSED;
import static org.softpause.protocol.fixture.TestRegistry.PARAMETERS;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.softpause.auditor.audit.Audit;
import org.softpause.auditor.audit.AuditProgress;
import org.softpause.auditor.audit.AuditSettings;
import org.softpause.auditor.audit.EndpointResult;
import org.softpause.auditor.audit.RpcEndpoint;
import org.softpause.auditor.chain.PublishedCode;
import org.softpause.protocol.Sha256;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Pause;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.decision.Slot;
import org.softpause.protocol.fixture.PauseBuilder;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.fixture.TestCommittee;
import org.softpause.protocol.proof.JsonRpc;
import org.softpause.protocol.proof.RegistryReader;
import org.softpause.protocol.registry.RegistryCode;

/**
 * A chain with two registries: one with a licence and six decisions, and an empty one.
 *
 * @param truth the auditor's result for the honest node
 */
public record AuditFixture(
    AnvilNode node, ChainedRegistry registry, ChainedRegistry other, EndpointResult truth)
    implements AutoCloseable {
  private static final long START = 1_800_000_000;

  public static AuditFixture chain() throws IOException, InterruptedException {
    AnvilNode node = AnvilNode.start(START);
    ChainedRegistry registry = ChainedRegistry.deploy(node, LICENSED, START + 10);
    ChainedRegistry other = ChainedRegistry.deploy(node, PARAMETERS, START + 20);
    long now = START + 100;
    registry.anchor(pause(now).slot(10).drill(true).build(), now);
    Pause pause = pause(now + 10).build();
    registry.anchor(pause, now + 10);
    registry.anchor(emergency(now + 20), now + 20);
    registry.anchor(lift(registry, pause, now + 5_000), now + 5_000);
    registry.anchor(renew(now + 5_010), now + 5_010);
    TestCommittee newcomer = TestCommittee.military("dave's body");
    registry.anchor(rotate(newcomer, now + 5_020), now + 5_020, newcomer);
    registry.finalise(now + 6_000);
    return new AuditFixture(node, registry, other, audit(node.endpoint(), registry));
  }

  private static PauseBuilder pause(long now) {
    return new PauseBuilder()
        .proposedAt(now)
        .anchorBy(now + 60)
        .effectiveAt(now)
        .expiresAt(now + 9_000);
  }

  private static Pause emergency(long now) {
    return pause(now)
        .mandate(MandateName.EMERGENCY)
        .ceilingBps(1_000)
        .regions(List.of())
        .hardwareClasses(7)
        .build();
  }

  private static Lift lift(ChainedRegistry registry, Pause pause, long now) {
    return new Lift(
        MandateName.STANDING,
        0,
        new Slot(0),
        pause.id(registry.state().genesis().domain()),
        now,
        now + 60,
        Sha256.hash(new byte[1]));
  }

  private static Renew renew(long now) {
    return new Renew(
        MandateName.STANDING, 0, now + 604_000, now, now + 60, Sha256.hash(new byte[2]));
  }

  private static Rotate rotate(TestCommittee newcomer, long now) {
    return new Rotate(
        MandateName.STANDING,
        0,
        MandateName.EMERGENCY,
        0,
        List.of(newcomer.key()),
        now,
        now + 60,
        Sha256.hash(new byte[3]));
  }

  /** Audits a registry on an honest node. */
  public static EndpointResult audit(AnvilNode node, ChainedRegistry registry) throws IOException {
    return audit(node.endpoint(), registry);
  }

  /** Audits a registry on any node. */
  public static EndpointResult audit(URI node, ChainedRegistry registry) throws IOException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      JsonRpc rpc = new JsonRpc(http, node, Duration.ofSeconds(20), 1 << 22);
      RpcEndpoint endpoint = new RpcEndpoint("node", new RegistryReader(rpc, registry.address()));
      RegistryCode code = PublishedCode.load();
      AuditSettings settings =
          new AuditSettings(code, 0, Optional.empty(), span -> {}, AuditProgress.none());
      return new Audit(registry.state().genesis().domain(), settings, new SeededRandom(1))
          .run(List.of(endpoint), Optional.empty())
          .getFirst();
    }
  }

  @Override
  public void close() {
    node.close();
  }
}
