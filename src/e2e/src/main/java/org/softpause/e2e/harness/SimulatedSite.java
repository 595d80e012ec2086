package org.softpause.e2e.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.softpause.e2e.process.ChildProcess;
import org.softpause.e2e.process.Processes;
import tools.jackson.databind.JsonNode;

/** A data centre: its agent, and the simulated cluster that the agent drives. */
public final class SimulatedSite {

  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final SitePlan plan;
  private final AgentFiles files;
  private final JavaProgram program;
  private final Processes processes;
  private final AtomicInteger checks = new AtomicInteger();

  private SimulatedSite(SitePlan plan, AgentFiles files, JavaProgram program, Processes processes) {
    this.plan = plan;
    this.files = files;
    this.program = program;
    this.processes = processes;
  }

  /** A site whose record the jurisdiction signs and posts, with its agent's files in place. */
  public static SimulatedSite registered(
      SitePlan plan,
      Signatory signatory,
      JsonNode jurisdictionKey,
      Path folder,
      Servers servers,
      Toolkit toolkit)
      throws IOException {
    Path own = Files.createDirectories(folder.resolve(plan.slug()));
    Path unsigned = own.resolve("record.json");
    long now = servers.ethereum().rpc().timestamp("latest");
    Files.writeString(unsigned, JsonTree.write(plan.record(now, toolkit.random())));
    String signed = signatory.signsSite(unsigned).path("record").asString();
    AgentFiles files = AgentFiles.write(own, signed, jurisdictionKey, servers);
    return new SimulatedSite(
        plan,
        files,
        JavaProgram.of(toolkit.checkout().agentJar(), toolkit.checkout()).taughtBy("check"),
        toolkit.processes());
  }

  public String name() {
    return plan.name();
  }

  public SitePlan plan() {
    return plan;
  }

  /** Verifies a registry from the first block of its log, and pins it. */
  public void enrols(Path deployment) throws IOException {
    files.watch(deployment);
    processes
        .run(
            program.command(plan.slug() + "-enrol", List.of("enrol", "--config=" + files.config())),
            LIMIT)
        .orFail();
  }

  /** Starts the agent. */
  public ChildProcess runs() {
    return processes.start(
        program.command(plan.slug() + "-agent", List.of("run", "--config=" + files.config())));
  }

  /** What the running agent last wrote about itself, once it has written anything. */
  public Optional<SiteStatus> status() {
    Path file = files.state().resolve("status.json");
    return Files.exists(file) ? Optional.of(SiteStatus.read(file)) : Optional.empty();
  }

  /** The load of the simulated cluster in basis points, as the cluster itself recorded it. */
  public int load() {
    return Files.exists(files.cluster())
        ? JsonTree.read(files.cluster()).path("measuredBps").asInt()
        : 10000;
  }

  /** A copy of what the agent knows now, for experiments. */
  public SimulatedSite frozen(String label) throws IOException {
    return new SimulatedSite(plan, files.copiedTo(label), program, processes);
  }

  /** What this agent would say to a token, by its own clock. It changes nothing. */
  public AgentVerdict checks(Path token) {
    return checks(token, Optional.empty());
  }

  /** The same by a clock set to another time. */
  public AgentVerdict checks(Path token, Instant clock) {
    return checks(token, Optional.of(clock));
  }

  private AgentVerdict checks(Path token, Optional<Instant> clock) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of("check", "--json", "--config=" + files.config(), "--token=" + token));
    clock.ifPresent(at -> words.add("--clock=" + at));
    String log = plan.slug() + "-check-" + files.label() + checks.incrementAndGet();
    return AgentVerdict.of(processes.run(program.command(log, words), LIMIT));
  }
}
