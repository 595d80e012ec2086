package org.softpause.signer.world;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.registry.RegistryParameters;

/** Officers at their command lines who share one service, and what they do together. */
public final class Officers implements AutoCloseable {
  public static final Instant NOW = Instant.parse("2026-11-23T13:00:00Z");

  /** Who founds the committee, of which three sign. */
  public static final List<String> FOUNDERS =
      List.of("Switzerland", "Kenya", "Brazil", "India", "Civil Council");

  /** The committee after a resharing: Norway joins, Switzerland and the Civil Council leave. */
  public static final List<String> SUCCESSORS = List.of("Kenya", "Brazil", "India", "Norway");

  private static final int THRESHOLD = 3;

  private final TestService service = new TestService();
  private final CommandLines commandLines;
  private @Nullable FoundedRegistry registry;

  public Officers(Path folder, SecureRandom random) throws IOException {
    commandLines = new CommandLines(folder, NOW, random, service.address());
  }

  /** The founders with their committee and its registry, which all of them have pinned. */
  public static Officers withRegistry(Path folder, SecureRandom random) throws Exception {
    return withRegistry(folder, random, FoundedRegistry.UNLICENSED);
  }

  /** Likewise, for a registry with other parameters. */
  public static Officers withRegistry(
      Path folder, SecureRandom random, RegistryParameters parameters) throws Exception {
    Officers officers = new Officers(folder, random);
    officers.found();
    officers.deployRegistry(parameters);
    officers.pinRegistry(FOUNDERS);
    return officers;
  }

  public Officer named(String name) {
    return new Officer(commandLines, name);
  }

  public Officer kenya() {
    return named("Kenya");
  }

  public Officer brazil() {
    return named("Brazil");
  }

  public Officer india() {
    return named("India");
  }

  public Officer switzerland() {
    return named("Switzerland");
  }

  public TestService service() {
    return service;
  }

  public FoundedRegistry registry() {
    if (registry == null) {
      throw new IllegalStateException("no registry was deployed");
    }
    return registry;
  }

  public void enrol(List<String> names) {
    all(names).forEach(officer -> officer.enrols().done());
  }

  /** Proposes a committee of the founders. */
  public Outcome proposeCommittee() {
    return switzerland().proposesCommittee(THRESHOLD, FOUNDERS).done();
  }

  /** Enrols the founders and makes their committee. */
  public void found() throws InterruptedException, ExecutionException {
    enrol(FOUNDERS);
    joinAll(proposeCommittee(), FOUNDERS);
  }

  /** Lets officers join a ceremony while the test goes on. */
  public Joining join(Outcome proposed, List<String> names) {
    return new Joining(proposed, all(names).toList());
  }

  /** Lets officers join a ceremony until it is complete; their answers, in order. */
  public List<Outcome> joinAll(Outcome proposed, List<String> names)
      throws InterruptedException, ExecutionException {
    try (Joining joining = join(proposed, names)) {
      return joining.allDone();
    }
  }

  /** Moves the clocks of all machines on. */
  public void pass(Duration span) {
    commandLines.pass(span);
  }

  /** Deploys the registry that the committee founds. */
  public FoundedRegistry deployRegistry() throws IOException {
    return deployRegistry(FoundedRegistry.UNLICENSED);
  }

  private FoundedRegistry deployRegistry(RegistryParameters parameters) throws IOException {
    registry = new FoundedRegistry(service, parameters, NOW);
    commandLines.use(registry.node().address());
    return registry;
  }

  public void pinRegistry(List<String> names) {
    all(names).forEach(officer -> officer.pinsRegistry().done());
  }

  /** Kenya has approved by proposing; Brazil and India approve, and all three send their shares. */
  public void sign(Bytes32 decision) {
    brazil().approves(decision).done();
    india().approves(decision).done();
    watchOnce("Kenya", "Brazil", "India");
    requireSigned(decision);
  }

  /** Lets each of them run one round of the watch. */
  public void watchOnce(String... names) {
    all(List.of(names)).forEach(officer -> officer.watchesOnce().done());
  }

  /** The committee's key verifies the signature that the service has made of the shares. */
  public void requireSigned(Bytes32 decision) {
    service
        .foundedRoster()
        .groupKey()
        .verify(decision.bytes(), service.signature(decision).orElseThrow());
  }

  /** Hands the founders' key on to the successors, with Norway enrolled before. */
  public Outcome reshare() throws InterruptedException, ExecutionException {
    enrol(List.of("Norway"));
    Outcome proposed = proposeResharing();
    joinAll(proposed, SUCCESSORS);
    return proposed;
  }

  public Outcome proposeResharing() {
    return kenya().proposesResharing(THRESHOLD, SUCCESSORS).done();
  }

  private Stream<Officer> all(List<String> names) {
    return names.stream().map(this::named);
  }

  /** A file in the folder that all machines share. */
  public Path file(String name) {
    return commandLines.file(name);
  }

  public Path passphraseFile() {
    return commandLines.passphrase();
  }

  /** Everything that any command has printed. */
  public List<String> printed() {
    return commandLines.printed();
  }

  /** Every secret that any store has held. */
  public Secrets secrets() {
    return commandLines.secrets();
  }

  @Override
  public void close() {
    service.close();
    if (registry != null) {
      registry.close();
    }
  }
}
