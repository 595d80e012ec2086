package org.softpause.signer.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Keccak256;
import org.softpause.protocol.Waiter;
import org.softpause.protocol.ceremony.Ceremony;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.JsonString;
import org.softpause.protocol.json.StrictJson;
import org.softpause.protocol.registry.Deployment;
import org.softpause.protocol.registry.Genesis;
import org.softpause.protocol.registry.PossessionProof;
import org.softpause.protocol.registry.RegistryParameters;
import org.softpause.signer.command.SignerCommand;
import org.softpause.signer.command.console.Console;
import org.softpause.signer.command.console.RuntimeEnvironment;
import org.softpause.signer.state.SignerStore;
import org.softpause.signer.store.Argon2Cost;
import org.softpause.signer.store.Passphrase;
import org.softpause.signer.store.PosixDisk;
import org.softpause.signer.store.StoreDirectory;

/**
 * Five officers at their command lines, each with a home of its own, before one board. Whatever a
 * command says is kept, and so is every secret that a store held after any of them.
 */
public final class Officers implements AutoCloseable {
  public static final Instant NOW = Instant.parse("2026-11-23T13:00:00Z");
  public static final List<String> NAMES =
      List.of("Switzerland", "Kenya", "Brazil", "India", "Civil Council");

  private static final Argon2Cost CHEAP = new Argon2Cost(64, 1, 1);
  private static final String PASSPHRASE = "correct horse battery";

  private final Path folder;
  private final SecureRandom random;
  private final TestService world = new TestService();
  private final List<String> said = Collections.synchronizedList(new ArrayList<>());
  private final Secrets secrets = new Secrets();
  private String rpc = "http://127.0.0.1:1";

  /** How a command ended and what it said. */
  public record Outcome(int code, String out, String err) {
    public JsonObject json() {
      return (JsonObject) StrictJson.parse(out.getBytes(StandardCharsets.UTF_8), 1 << 20);
    }

    /** A text of the JSON answer. */
    public String text(String name) {
      return ((JsonString) Objects.requireNonNull(json().members().get(name))).value();
    }
  }

  public Officers(Path folder, SecureRandom random) throws IOException {
    this.folder = folder;
    this.random = random;
    secrets.add(PASSPHRASE);
    Files.writeString(passphrase(), PASSPHRASE + "\n");
    Files.setPosixFilePermissions(passphrase(), PosixFilePermissions.fromString("rw-------"));
    Files.writeString(folder.resolve("reasons.md"), "# Why\n\nTwo runs crossed the line.\n");
  }

  public TestService world() {
    return world;
  }

  /** The node that everybody asks from now on. */
  public void useNode(URI node) {
    rpc = node.toString();
  }

  public Path passphrase() {
    return folder.resolve("passphrase");
  }

  public Path storeDirectory(String name) {
    return folder.resolve(name.replace(' ', '-'));
  }

  public Path file(String name) {
    return folder.resolve(name);
  }

  /** Everything that any command has printed. */
  public List<String> said() {
    return List.copyOf(said);
  }

  public Secrets secrets() {
    return secrets;
  }

  /** The store as the next command will find it. */
  public SignerStore store(String name) {
    return SignerStore.open(
        StoreDirectory.open(storeDirectory(name)),
        new PosixDisk(),
        Passphrase.of(PASSPHRASE.toCharArray()),
        random);
  }

  /** Enrols all five and makes their committee, 3 of 5. */
  public void found() throws InterruptedException, ExecutionException {
    NAMES.forEach(this::enrol);
    Outcome proposed = proposeCommittee();
    try (Joining joining = join(proposed, NAMES)) {
      joining.requireAllDone();
    }
  }

  public void enrol(String name) {
    assertThat(run(name, "init", "--name", name, "--enrolment-code", "code").code()).isZero();
  }

  /** The plan of a committee of all five, by Switzerland. */
  public Outcome proposeCommittee() {
    Outcome proposed =
        json(
            "Switzerland",
            "ceremony-propose",
            "--body",
            "Compute Council",
            "--civil",
            "--threshold",
            "3",
            "--members",
            String.join(",", NAMES));
    assertThat(proposed.code()).as(proposed.err()).isZero();
    return proposed;
  }

  /** Approves with what the officer would type. */
  public Outcome approve(String name, Bytes32 id) {
    return run(name, "approve", id.toString(), "--confirm", id.toString().substring(62));
  }

  /** One look of everybody's watch. */
  public void watchOnce(List<String> names) {
    for (String name : names) {
      Outcome outcome = run(name, "watch", "--rounds", "1");
      assertThat(outcome.code()).as(outcome.err()).isZero();
    }
  }

  /** Joins as many officers at once, each until the committee stands. */
  public Joining join(Outcome proposed, List<String> names) {
    ExecutorService threads = Executors.newFixedThreadPool(names.size());
    String id = proposed.text("id");
    String fingerprint = proposed.text("fingerprint");
    return new Joining(
        threads,
        names.stream()
            .map(
                name ->
                    threads.submit(
                        () ->
                            json(
                                name,
                                "join",
                                id,
                                "--fingerprint",
                                fingerprint,
                                "--confirm",
                                id.substring(62),
                                "--poll",
                                "20ms")))
            .toList());
  }

  /** Officers at a ceremony. */
  public record Joining(ExecutorService threads, List<Future<Outcome>> all)
      implements AutoCloseable {
    public void requireAllDone() throws InterruptedException, ExecutionException {
      for (Future<Outcome> join : all) {
        assertThat(join.get().code()).as(join.get().err()).isZero();
      }
    }

    @Override
    public void close() {
      threads.shutdownNow();
    }
  }

  /** Puts the registry that the committee founds on the board. */
  public Deployment deploy() {
    return deploy(new RegistryParameters(Pflops.of(100), 5, 5, 0, 10_000, 5, 0));
  }

  /** Likewise, with other parameters. */
  public Deployment deploy(RegistryParameters parameters) {
    Deployment made = deployment(world.onlyCeremony(), parameters);
    world.deploy(made);
    return made;
  }

  private static Deployment deployment(Ceremony ceremony, RegistryParameters parameters) {
    Roster roster = ceremony.roster().orElseThrow();
    CommitteeKey committee = new CommitteeKey(roster.groupKey(), roster.civil(), roster.hash());
    Genesis genesis =
        new Genesis(
            new Eip712Domain(31_337, Address.parse("0x00000000000000000000000000000000000000aa")),
            NOW.getEpochSecond() - 60,
            parameters,
            List.of(committee),
            List.of());
    PossessionProof proof =
        new PossessionProof(
            roster.hash(), roster.transcript(), ceremony.possession().orElseThrow());
    Deployment bare =
        new Deployment(genesis, 7, Bytes32.ZERO, List.of(roster.toJson()), List.of(proof));
    return new Deployment(
        genesis, 7, Keccak256.hash(TestNode.code(bare)), List.of(roster.toJson()), List.of(proof));
  }

  /** Proposes a pause of France and Germany. */
  public Outcome propose(String name, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "propose-pause",
                "--regions",
                "276,250",
                "--classes",
                "training",
                "--min-peak-pflops",
                "1000",
                "--ceiling",
                "5%",
                "--lasts",
                "1h",
                "--ramp",
                "10s",
                "--stagger",
                "3s",
                "--reasons",
                folder.resolve("reasons.md").toString()));
    arguments.addAll(List.of(more));
    return json(name, arguments.toArray(String[]::new));
  }

  public Outcome json(String name, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addFirst("--json");
    return run(name, all.toArray(String[]::new));
  }

  /** One command line on a connected machine. */
  public Outcome run(String name, String... arguments) {
    List<String> all =
        new ArrayList<>(List.of("--service", world.address().toString(), "--rpc", rpc));
    all.addAll(List.of(arguments));
    return offline(name, all.toArray(String[]::new));
  }

  /** One command line on a machine that was told of nobody. */
  public Outcome offline(String name, String... arguments) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--home",
                storeDirectory(name).toString(),
                "--passphrase-file",
                passphrase().toString()));
    all.addAll(List.of(arguments));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            new PrintWriter(out), new PrintWriter(err), new BufferedReader(new StringReader("")));
    RuntimeEnvironment runtimeEnvironment =
        new RuntimeEnvironment(
            console, Clock.fixed(NOW, ZoneOffset.UTC), random, Waiter.THREAD, CHEAP);
    int code = SignerCommand.run(runtimeEnvironment, all.toArray(String[]::new));
    said.add(out.toString());
    said.add(err.toString());
    if (Files.exists(storeDirectory(name).resolve("store"))) {
      secrets.addAllOf(store(name).read());
    }
    return new Outcome(code, out.toString(), err.toString());
  }

  @Override
  public void close() {
    world.close();
  }
}
