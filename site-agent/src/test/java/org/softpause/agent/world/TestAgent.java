package org.softpause.agent.world;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.softpause.agent.config.AgentConfig;
import org.softpause.agent.control.AgentCycle;
import org.softpause.agent.enrolment.Enroller;
import org.softpause.agent.fetch.ConfiguredEndpoints;
import org.softpause.agent.fetch.EndpointUnreachable;
import org.softpause.agent.fetch.EvidenceFetcher;
import org.softpause.agent.report.LastStatus;
import org.softpause.agent.report.OperatorLog;
import org.softpause.agent.state.AgentState;
import org.softpause.agent.state.EnforcedLevel;
import org.softpause.agent.state.StateStore;
import org.softpause.agent.verify.Verification;
import org.softpause.contracts.RegistryArtifact;
import org.softpause.protocol.json.Json;
import org.softpause.protocol.json.JsonInteger;
import org.softpause.protocol.json.JsonString;
import org.softpause.protocol.site.SiteRecord;

/** An agent whose cycles a test runs one by one, and whose log lines are kept. */
public final class TestAgent {
  private final World world;
  private final AgentConfig config;
  private final EvidenceFetcher evidenceFetcher;
  private final RecordingActuator actuator = new RecordingActuator();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final OperatorLog log;
  private AgentCycle cycle;
  private AgentState state;

  private TestAgent(World world, AgentConfig config) {
    this.world = world;
    this.config = config;
    this.log = new OperatorLog(new PrintStream(said, true, StandardCharsets.UTF_8), world.clock());
    this.state = state();
    this.evidenceFetcher =
        new ConfiguredEndpoints(config, world.clock()).evidenceFetcher(state.enrolment());
    this.cycle = start();
  }

  /** An agent after a successful enrolment. */
  public static TestAgent enrolled(World world, SiteRecord site) {
    AgentConfig config = world.config(site);
    try {
      AgentState state = enrol(world, config);
      StateStore.open(config.state()).enrol(state);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (EndpointUnreachable | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return new TestAgent(world, config);
  }

  /** Enrols and returns the state without writing it. */
  public static AgentState enrol(World world, AgentConfig config)
      throws IOException, EndpointUnreachable, InterruptedException {
    return new Enroller(
            new ConfiguredEndpoints(config, world.clock()),
            new Verification(config.limits().maxHeadAge()),
            RegistryArtifact.load(),
            world.clock())
        .enrol(config.pinned(), EnforcedLevel.FULL);
  }

  private AgentCycle start() {
    try {
      StateStore store = StateStore.open(config.state());
      StateStore.Found found = store.recover();
      if (!(found instanceof StateStore.Ready ready)) {
        throw new IllegalStateException("no state to start with: " + found);
      }
      ready.warnings().forEach(log::warn);
      state = ready.state();
      return AgentCycle.of(
          state, store, actuator, config, log, world.clock(), world.clock()::nanos);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies the state folder, as a backup does. */
  public Map<String, byte[]> backUp() {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(config.state())) {
      for (Path file : all.toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** Ends the process, restores the state folder from a backup, and starts the process anew. */
  public void restore(Map<String, byte[]> backup) {
    try {
      for (Map.Entry<String, byte[]> file : backup.entrySet()) {
        Files.write(config.state().resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    restart();
  }

  /** Ends the process and starts it anew. */
  public void restart() {
    cycle = start();
  }

  /** Runs a cycle after asking the network. */
  public void cycle() {
    try {
      state =
          cycle.run(
              state, Optional.of(evidenceFetcher.gather(state, it -> cycle.accepts(state, it))));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs a cycle without new evidence. */
  public void cycleWithoutNews() {
    try {
      state = cycle.run(state, Optional.empty());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lets seconds pass, with a cycle after each; everything becomes final at once. */
  public void live(int seconds) {
    for (int i = 0; i < seconds; i++) {
      world.pass(1);
      cycle();
    }
  }

  /** Lets enough time pass for every ramp and for the agent's slew limit. */
  public void settle() {
    world.pass(20);
    for (int i = 0; i < 6; i++) {
      world.pass(2);
      cycle();
    }
  }

  /** The state on the disk. */
  public AgentState state() {
    try {
      StateStore.Found found = StateStore.open(config.state()).read();
      if (found instanceof StateStore.Ready ready) {
        return ready.state();
      }
      throw new IllegalStateException("no state: " + found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public RecordingActuator actuator() {
    return actuator;
  }

  public int level() {
    return (int) ((JsonInteger) status("ceilingBps")).value();
  }

  public int target() {
    return (int) ((JsonInteger) status("targetBps")).value();
  }

  /** A text member of status.json. */
  public String told(String member) {
    return ((JsonString) status(member)).value();
  }

  private Json status(String member) {
    return statusMember(member).orElseThrow();
  }

  /** A member of status.json, if it is there. */
  public Optional<Json> statusMember(String member) {
    try {
      return Optional.ofNullable(LastStatus.read(config.state()).members().get(member));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every log line for the operator. */
  public List<String> lines() {
    return said.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
