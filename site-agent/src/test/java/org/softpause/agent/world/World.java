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
import org.softpause.agent.config.AgentLimits;
import org.softpause.agent.config.PinnedFiles;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Sha256;
import org.softpause.protocol.jose.SoftwareIdentity;
import org.softpause.protocol.json.CanonicalJson;
import org.softpause.protocol.json.Json;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.protocol.registry.LogEntry;
import org.softpause.protocol.registry.RegistryParameters;
import org.softpause.protocol.site.SiteRecord;

/**
 * Everything around an agent under test. It begins 100 s after the deployment, with a drill
 * anchored.
 */
public final class World implements AutoCloseable {
  public static final long BEGINNING = SimulatedRegistry.DEPLOYED_AT + 100;

  /** A head that no log leads to. */
  public static final Bytes32 NOWHERE = Sha256.hash(new byte[] {99});

  private final Path folder;
  private final SecureRandom random = new SeededRandom(20_261_123);
  private final MutableClock clock = new MutableClock(Instant.ofEpochSecond(BEGINNING));
  private final SimulatedRegistry registry;
  private final SimulatedService service;
  private final SoftwareIdentity jurisdiction = SoftwareIdentity.generate(random);
  private final List<SimulatedNode> nodes = new ArrayList<>();

  private World(Path folder, int sources, RegistryParameters parameters) {
    this.folder = folder;
    this.registry = new SimulatedRegistry(new TestCommittee(random), parameters);
    this.service = new SimulatedService(registry, clock, random);
    for (int i = 0; i < sources; i++) {
      nodes.add(new SimulatedNode(registry));
    }
  }

  /** A world with one block source. */
  public static World live(Path folder) {
    return live(folder, 1);
  }

  public static World live(Path folder, int sources) {
    return fresh(folder, sources).drilled();
  }

  /** A world with one block source whose registry has this shortest ramp, in seconds. */
  public static World withShortestRamp(Path folder, long seconds) {
    return withShortestRamp(folder, 1, seconds);
  }

  /** A world with these block sources whose registry has this shortest ramp, in seconds. */
  public static World withShortestRamp(Path folder, int sources, long seconds) {
    World world = new World(folder, sources, SimulatedRegistry.withShortestRamp(seconds));
    world.finalise();
    return world.drilled();
  }

  /** A world with one block source and an operating licence. */
  public static World licensed(Path folder) {
    World world = new World(folder, 1, SimulatedRegistry.LICENSED);
    world.finalise();
    return world.drilled();
  }

  private World drilled() {
    registry.anchor(
        registry.drill(SimulatedRegistry.DEPLOYED_AT + 5), SimulatedRegistry.DEPLOYED_AT + 10);
    return this;
  }

  /** A world before the drill that makes the registry live. */
  public static World fresh(Path folder, int sources) {
    World world = new World(folder, sources, SimulatedRegistry.WITHOUT_LICENCE);
    world.finalise();
    return world;
  }

  /** Lets time pass and makes all of it final everywhere. */
  public void pass(long seconds) {
    clock.pass(seconds);
    finalise();
  }

  /** Makes everything until now final everywhere. */
  public void finalise() {
    service.finalise(clock.seconds());
    nodes.forEach(node -> node.finalise(clock.seconds()));
  }

  /** Anchors a pause of an hour now. */
  public LogEntry anchorPause() {
    long now = clock.seconds();
    return registry.anchor(registry.pause(0, now, now + 3600, now - 1), now);
  }

  /** Anchors a lift of the pause now. */
  public LogEntry anchorLift(LogEntry pause) {
    return registry.anchor(registry.lift(pause, clock.seconds()), clock.seconds());
  }

  /** Anchors a renewal of the licence until then, now. */
  public LogEntry anchorRenewal(long operatingUntil) {
    return registry.anchor(registry.renew(operatingUntil, clock.seconds()), clock.seconds());
  }

  public MutableClock clock() {
    return clock;
  }

  public SimulatedRegistry registry() {
    return registry;
  }

  public SimulatedService service() {
    return service;
  }

  public int nodes() {
    return nodes.size();
  }

  public SimulatedNode node(int index) {
    return nodes.get(index);
  }

  public SecureRandom random() {
    return random;
  }

  /** The folder of an agent's state. */
  public Path state(SiteRecord site) {
    return folder.resolve(site.name());
  }

  /** A configuration whose pinned files are all valid. */
  public AgentConfig config(SiteRecord site) {
    return new AgentConfig(
        new PinnedFiles(
            file("deployment.json", registry.deployment().toJson()),
            file("service.jwk", service.publicIdentity().toJson()),
            file(
                site.name() + ".jws",
                jurisdiction.sign(site.toJson()).compact().getBytes(US_ASCII)),
            file("jurisdiction.jwk", jurisdiction.publicIdentity().toJson())),
        service.address(),
        nodes.stream().map(SimulatedNode::address).toList(),
        state(site),
        new ActuatorConfig.Log(),
        new AgentLimits(Duration.ofSeconds(1), Duration.ofHours(1), Duration.ofHours(1), 1000));
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

  /** The bytes with one bit flipped. */
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
    nodes.forEach(SimulatedNode::close);
  }
}
