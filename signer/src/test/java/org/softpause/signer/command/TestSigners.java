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
import org.softpause.protocol.Waiter;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.JsonString;
import org.softpause.protocol.json.StrictJson;
import org.softpause.signer.command.console.Console;
import org.softpause.signer.command.console.RuntimeEnvironment;
import org.softpause.signer.store.Argon2Cost;
import org.softpause.signer.world.TestService;

/** Signers at the command line, each with a home of its own, over one board. */
final class TestSigners implements AutoCloseable {
  private static final Instant NOW = Instant.parse("2026-11-23T13:00:00Z");

  private final TestService world = new TestService();
  private final Path folder;
  private final SecureRandom random;

  TestSigners(Path folder, SecureRandom random) throws IOException {
    this.folder = folder;
    this.random = random;
    Path passphrase = folder.resolve("passphrase");
    Files.writeString(passphrase, "correct horse battery\n");
    Files.setPosixFilePermissions(passphrase, PosixFilePermissions.fromString("rw-------"));
  }

  /** How a command ended and what it said. */
  record Outcome(int code, String out, String err) {
    JsonObject json() {
      return (JsonObject) StrictJson.parse(out.getBytes(StandardCharsets.UTF_8), 1 << 20);
    }

    String text(String name) {
      return ((JsonString) Objects.requireNonNull(json().members().get(name))).value();
    }

    Outcome done() {
      assertThat(code).as(err).isZero();
      return this;
    }
  }

  TestService world() {
    return world;
  }

  void enrol(List<String> names) {
    names.forEach(name -> run(name, "init", "--name", name, "--enrolment-code", "code").done());
  }

  /** Everybody joins what one of them has proposed; their answers in order. */
  List<Outcome> join(Outcome proposed, List<String> names)
      throws InterruptedException, ExecutionException {
    String id = proposed.done().text("id");
    String[] command = {
      "join",
      id,
      "--fingerprint",
      proposed.text("fingerprint"),
      "--confirm",
      id.substring(62),
      "--poll",
      "20ms"
    };
    try (ExecutorService threads = Executors.newFixedThreadPool(names.size())) {
      List<Future<Outcome>> joining = new ArrayList<>();
      for (String name : names) {
        joining.add(threads.submit(() -> run(name, command)));
      }
      List<Outcome> outcomes = new ArrayList<>();
      for (Future<Outcome> join : joining) {
        outcomes.add(join.get().done());
      }
      return outcomes;
    }
  }

  /** One officer joins what was proposed, typing these digits, and waits for nobody. */
  Outcome joinConfirming(String name, Outcome proposed, String digits) {
    String fingerprint = proposed.text("fingerprint");
    String id = proposed.text("id");
    return run(name, "join", id, "--fingerprint", fingerprint, "--confirm", digits, "--for", "1ms");
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** One command of the signer with that name, answering in JSON. */
  Outcome run(String name, String... arguments) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--json",
                "--home",
                folder.resolve(name.replace(' ', '-')).toString(),
                "--passphrase-file",
                folder.resolve("passphrase").toString(),
                "--service",
                world.address().toString()));
    all.addAll(List.of(arguments));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            new PrintWriter(out), new PrintWriter(err), new BufferedReader(new StringReader("")));
    RuntimeEnvironment runtimeEnvironment =
        new RuntimeEnvironment(
            console,
            Clock.fixed(NOW, ZoneOffset.UTC),
            random,
            Waiter.THREAD,
            new Argon2Cost(64, 1, 1));
    int code = SignerCommand.run(runtimeEnvironment, all.toArray(String[]::new));
    return new Outcome(code, out.toString(), err.toString());
  }

  @Override
  public void close() {
    world.close();
  }
}
