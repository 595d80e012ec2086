package org.softpause.signer.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.softpause.frost.Signature;
import org.softpause.protocol.Address;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Keccak256;
import org.softpause.protocol.committee.Ceremony;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.Eip712Domain;
import org.softpause.protocol.decision.Pflops;
import org.softpause.protocol.fixture.SeededRandom;
import org.softpause.protocol.jose.Jws;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.JsonText;
import org.softpause.protocol.json.StrictJson;
import org.softpause.protocol.registry.Deployment;
import org.softpause.protocol.registry.Genesis;
import org.softpause.protocol.registry.Parameters;
import org.softpause.protocol.registry.PossessionProof;
import org.softpause.signer.store.Argon2Cost;
import org.softpause.signer.world.TestNode;
import org.softpause.signer.world.World;

/**
 * Five signers, each a command line with a home of its own, from their enrolment to a signature.
 */
class CommitteeAtWorkTest {
  private static final Instant NOW = Instant.parse("2026-11-23T13:00:00Z");
  private static final List<String> NAMES =
      List.of("Switzerland", "Kenya", "Brazil", "India", "Civil Council");

  @TempDir Path folder;
  private final SecureRandom random = new SeededRandom(9);
  private World world;
  private String rpc = "http://127.0.0.1:1";

  /** How a command ended and what it said. */
  private record Outcome(int code, String out, String err) {
    JsonObject json() {
      return (JsonObject) StrictJson.parse(out.getBytes(StandardCharsets.UTF_8), 1 << 20);
    }

    String text(String name) {
      return ((JsonText) Objects.requireNonNull(json().members().get(name))).value();
    }
  }

  @BeforeEach
  void aBoardAndAPassphrase() throws IOException {
    world = new World();
    Path passphrase = folder.resolve("passphrase");
    Files.writeString(passphrase, "correct horse battery\n");
    Files.setPosixFilePermissions(passphrase, PosixFilePermissions.fromString("rw-------"));
    Files.writeString(folder.resolve("reasons.md"), "# Why\n\nTwo runs crossed the line.\n");
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void fiveSignersFoundACommitteeAndThreeOfThemPause() throws Exception {
    found();
    Deployment deployment = deployment(world.onlyCeremony());
    world.deploy(deployment);
    try (TestNode node = new TestNode(deployment, NOW.getEpochSecond())) {
      rpc = node.address().toString();
      NAMES.forEach(name -> assertThat(signer(name, "check-deployment").code()).isZero());
      Bytes32 id = Bytes32.parse(propose("Kenya").text("id"));
      String last4 = id.toString().substring(62);
      assertThat(signer("Brazil", "show", id.toString()).out())
          .contains("Training and mixed clusters are cut to 5 %")
          .contains("Approved by Kenya: 1 approval of the 3 needed");
      assertThat(signer("Brazil", "reject", id.toString(), "--reason", "not yet").code()).isZero();
      assertThat(signer("India", "approve", id.toString(), "--confirm", last4).code()).isZero();
      assertThat(signer("Switzerland", "approve", id.toString(), "--confirm", last4).code())
          .isZero();
      List.of("Kenya", "India", "Switzerland", "Brazil").forEach(this::watchOnce);
      Signature signature = world.signature(id).orElseThrow();
      world.onlyCeremony().roster().orElseThrow().groupKey().verify(id.bytes(), signature);
      sharesThatWereLostAreSentAgainAsTheyWere(id);
      assertThat(signer("India", "status").out()).contains("Decisions approved: 1, rejected: 0");
      refusals(node, deployment, id);
    }
  }

  private void sharesThatWereLostAreSentAgainAsTheyWere(Bytes32 id) {
    List<Jws> first = world.forgetShares(id);
    assertThat(first).hasSize(3);
    List.of("Kenya", "India", "Switzerland").forEach(this::watchOnce);
    assertThat(world.forgetShares(id)).isEqualTo(first);
  }

  private void refusals(TestNode node, Deployment deployment, Bytes32 id) {
    Outcome again = propose("Kenya", "--slot", "0", "--starts-in", "10s");
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err()).startsWith("refused: slot-still-approved: ");
    Outcome unconfirmed = signer("Civil Council", "approve", id.toString(), "--confirm", "zzzz");
    assertThat(unconfirmed.code()).isEqualTo(1);
    assertThat(unconfirmed.err()).startsWith("refused: confirmation-mismatch: ");
    Outcome late =
        signer("Brazil", "approve", id.toString(), "--confirm", id.toString().substring(62));
    assertThat(late.err()).startsWith("refused: decision-rejected-before: ");
    byte[] code = TestNode.code(deployment);
    code[0] ^= 1;
    node.setCode(code);
    assertThat(signer("Kenya", "check-deployment").err())
        .startsWith("refused: deployment-code-mismatch: ");
    node.setCode(TestNode.code(deployment));
    node.setCreation("0x60");
    assertThat(signer("Kenya", "check-deployment").err())
        .startsWith("refused: deployment-code-mismatch: ");
  }

  private void found() throws InterruptedException, ExecutionException {
    for (String name : NAMES) {
      assertThat(signer(name, "init", "--name", name, "--enrolment-code", "code").code()).isZero();
    }
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
    assertThat(proposed.code()).isZero();
    String id = proposed.text("id");
    assertThat(signer("Kenya", "join", id, "--fingerprint", "0000").err())
        .startsWith("refused: fingerprint-mismatch: ");
    joinAll(id, proposed.text("fingerprint"));
  }

  private void joinAll(String id, String fingerprint)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(NAMES.size())) {
      List<Future<Outcome>> joining = new ArrayList<>();
      for (String name : NAMES) {
        joining.add(
            threads.submit(
                () -> json(name, "join", id, "--fingerprint", fingerprint, "--poll", "20ms")));
      }
      for (Future<Outcome> join : joining) {
        assertThat(join.get().code()).as(join.get().err()).isZero();
      }
    }
  }

  private Deployment deployment(Ceremony ceremony) {
    Roster roster = ceremony.roster().orElseThrow();
    CommitteeKey committee = new CommitteeKey(roster.groupKey(), roster.civil(), roster.hash());
    Genesis genesis =
        new Genesis(
            new Eip712Domain(31_337, Address.parse("0x00000000000000000000000000000000000000aa")),
            NOW.getEpochSecond() - 60,
            new Parameters(Pflops.of(100), 5, 5, 0, 10_000, 5, 0),
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

  private Outcome propose(String name, String... more) {
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

  /** One round of watch, without its loop. */
  private void watchOnce(String name) {
    Outcome outcome = signer(name, "watch", "--rounds", "1");
    assertThat(outcome.code()).as(outcome.err()).isZero();
  }

  private Outcome json(String name, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addFirst("--json");
    return signer(name, all.toArray(String[]::new));
  }

  private Outcome signer(String name, String... arguments) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--home",
                folder.resolve(name.replace(' ', '-')).toString(),
                "--passphrase-file",
                folder.resolve("passphrase").toString(),
                "--service",
                world.address().toString(),
                "--rpc",
                rpc));
    all.addAll(List.of(arguments));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            new PrintWriter(out), new PrintWriter(err), new BufferedReader(new StringReader("")));
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    Surroundings surroundings = new Surroundings(console, clock, random, new Argon2Cost(64, 1, 1));
    int code = SignerCommand.run(surroundings, all.toArray(String[]::new));
    return new Outcome(code, out.toString(), err.toString());
  }
}
