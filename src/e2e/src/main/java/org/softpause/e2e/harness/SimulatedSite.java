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

/** A site with a real agent and the simulated cluster that the agent controls. */
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

  /** Registers a site, whose record the jurisdiction signs, and writes its agent's files. */
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

  /** Enrols the agent, which verifies the registry's whole log and pins it. */
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

  /** Returns the status that the running agent wrote last, if there is one. */
  public Optional<SiteStatus> status() {
    Path file = files.state().resolve("status.json");
    return Files.exists(file) ? Optional.of(SiteStatus.read(file)) : Optional.empty();
  }

  /** Returns the load that the simulated cluster recorded, in basis points. */
  public int load() {
    return Files.exists(files.cluster())
        ? JsonTree.read(files.cluster()).path("measuredBps").asInt()
        : 10000;
  }

  /** Returns a site with a copy of the agent's current state, for experiments. */
  public SimulatedSite frozen(String label) throws IOException {
    return new SimulatedSite(plan, files.copiedTo(label), program, processes);
  }

  /** Returns the agent's verdict on a token without changing its state. */
  public AgentVerdict checks(Path token) {
    return checks(token, Optional.empty());
  }

  /** Returns the agent's verdict on a token with its clock set to another time. */
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
