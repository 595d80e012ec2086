package org.softpause.agent.world;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.softpause.agent.config.ActuatorConfig;
import org.softpause.agent.config.AgentConfig;
import org.softpause.agent.config.Limits;
import org.softpause.agent.config.PinnedFiles;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Sha256;
import org.softpause.protocol.jose.SoftwareIdentity;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.Json;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.registry.Parameters;
import org.softpause.protocol.site.SiteRecord;

/** Everything around an agent. It begins 100 s after the deployment, a drill being anchored. */
public final class World implements AutoCloseable {
  public static final long BEGINNING = Ledger.DEPLOYED_AT + 100;

  /** A head that no log leads to. */
  public static final Bytes32 NOWHERE = Sha256.hash(new byte[] {99});

  private final Path folder;
  private final SecureRandom random = new SeededRandom(20_261_123);
  private final HandClock clock = new HandClock(Instant.ofEpochSecond(BEGINNING));
  private final Ledger ledger;
  private final Service service;
  private final SoftwareIdentity jurisdiction = SoftwareIdentity.generate(random);
  private final List<RpcNode> nodes = new ArrayList<>();

  private World(Path folder, int sources, Parameters parameters) {
    this.folder = folder;
    this.ledger = new Ledger(new Committee(random), parameters);
    this.service = new Service(ledger, clock, random);
    for (int i = 0; i < sources; i++) {
      nodes.add(new RpcNode(ledger));
    }
  }

  /** With one block source. */
  public static World live(Path folder) {
    return live(folder, 1);
  }

  public static World live(Path folder, int sources) {
    return fresh(folder, sources).drilled();
  }

  /** With one block source and an operating licence. */
  public static World licensed(Path folder) {
    World world = new World(folder, 1, Ledger.LICENSED);
    world.finalise();
    return world.drilled();
  }

  private World drilled() {
    ledger.anchor(ledger.drill(Ledger.DEPLOYED_AT + 5), Ledger.DEPLOYED_AT + 10);
    return this;
  }

  /** Before the drill that makes the registry live. */
  public static World fresh(Path folder, int sources) {
    World world = new World(folder, sources, Ledger.WITHOUT_LICENCE);
    world.finalise();
    return world;
  }

  /** Time passes, and all of it becomes final everywhere. */
  public void pass(long seconds) {
    clock.pass(seconds);
    finalise();
  }

  /** All until now becomes final everywhere. */
  public void finalise() {
    service.finalise(clock.seconds());
    nodes.forEach(node -> node.finalise(clock.seconds()));
  }

  /** A pause of an hour, anchored now. */
  public LogEntry anchorPause() {
    long now = clock.seconds();
    return ledger.anchor(ledger.pause(0, now, now + 3600, now - 1), now);
  }

  /** Anchored now. */
  public LogEntry anchorLift(LogEntry pause) {
    return ledger.anchor(ledger.lift(pause, clock.seconds()), clock.seconds());
  }

  /** A renewal of the licence until then, anchored now. */
  public LogEntry anchorRenewal(long operatingUntil) {
    return ledger.anchor(ledger.renew(operatingUntil, clock.seconds()), clock.seconds());
  }

  public HandClock clock() {
    return clock;
  }

  public Ledger ledger() {
    return ledger;
  }

  public Service service() {
    return service;
  }

  public RpcNode node(int index) {
    return nodes.get(index);
  }

  public SecureRandom random() {
    return random;
  }

  /** The folder of an agent's state. */
  public Path state(SiteRecord site) {
    return folder.resolve(site.name());
  }

  /** A configuration whose pinned files are all in order. */
  public AgentConfig config(SiteRecord site) {
    return new AgentConfig(
        new PinnedFiles(
            file("deployment.json", ledger.deployment().toJson()),
            file("service.jwk", service.publicIdentity().toJson()),
            file(
                site.name() + ".jws",
                jurisdiction.sign(site.toJson()).compact().getBytes(US_ASCII)),
            file("jurisdiction.jwk", jurisdiction.publicIdentity().toJson())),
        service.address(),
        nodes.stream().map(RpcNode::address).toList(),
        state(site),
        new ActuatorConfig.Log(),
        new Limits(Duration.ofSeconds(1), Duration.ofHours(1), Duration.ofHours(1), 1000));
  }

  /** The same configuration as a file. */
  public Path configFile(SiteRecord site) {
    AgentConfig config = config(site);
    return file(
        "agent.json",
        new ObjectWriter()
            .text("deployment", "deployment.json")
            .text("serviceKey", "service.jwk")
            .text("siteRecord", site.name() + ".jws")
            .text("jurisdictionKey", config.pinned().jurisdictionKey().toString())
            .text("service", config.service() + "/")
            .texts("rpc", config.rpc().stream().map(URI::toString).toList())
            .text("state", site.name())
            .number("pollSeconds", 1)
            .toJson());
  }

  /** One bit of it is another. */
  public static byte[] flipped(byte[] bytes) {
    byte[] flipped = bytes.clone();
    flipped[flipped.length / 2] ^= 1;
    return flipped;
  }

  /** Changes a text in a file beside the agent. */
  public void editFile(String name, String old, String changed) {
    try {
      String text = Files.readString(folder.resolve(name));
      if (!text.contains(old)) {
        throw new IllegalArgumentException(name + " does not contain " + old);
      }
      Files.writeString(folder.resolve(name), text.replace(old, changed));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file beside the agent. */
  public Path file(String name, Json content) {
    return file(name, CanonicalJson.encode(content));
  }

  public Path file(String name, byte[] content) {
    try {
      return Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    service.close();
    nodes.forEach(RpcNode::close);
  }
}
