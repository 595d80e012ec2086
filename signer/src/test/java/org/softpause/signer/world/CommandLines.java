package org.softpause.signer.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.softpause.protocol.Waiter;
import org.softpause.signer.command.SignerCommand;
import org.softpause.signer.command.console.Console;
import org.softpause.signer.command.console.RuntimeEnvironment;
import org.softpause.signer.state.SignerStore;
import org.softpause.signer.store.Argon2Cost;
import org.softpause.signer.store.Passphrase;
import org.softpause.signer.store.PosixDisk;
import org.softpause.signer.store.StoreDirectory;

/**
 * Runs the signer's commands, each machine with a folder of its own. It keeps whatever a command
 * prints, and every secret that a store held after one.
 */
final class CommandLines {
  private static final Argon2Cost CHEAP = new Argon2Cost(64, 1, 1);
  private static final String PASSPHRASE = "correct horse battery";

  private final Path folder;
  private Instant now;
  private final SecureRandom random;
  private final URI service;
  private final List<String> printed = Collections.synchronizedList(new ArrayList<>());
  private final Secrets secrets = new Secrets();
  private String node = "http://127.0.0.1:1";

  CommandLines(Path folder, Instant now, SecureRandom random, URI service) throws IOException {
    this.folder = folder;
    this.now = now;
    this.random = random;
    this.service = service;
    secrets.add(PASSPHRASE);
    Files.writeString(passphrase(), PASSPHRASE + "\n");
    Files.setPosixFilePermissions(passphrase(), PosixFilePermissions.fromString("rw-------"));
    Files.writeString(reasons(), "# Why\n\nTwo runs crossed the line.\n");
  }

  /** Every connected machine asks this Ethereum node from now on. */
  void use(URI ethereum) {
    node = ethereum.toString();
  }

  /** Moves the clocks of all machines on. */
  void pass(Duration span) {
    now = now.plus(span);
  }

  Path passphrase() {
    return folder.resolve("passphrase");
  }

  Path reasons() {
    return folder.resolve("reasons.md");
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  Path storeDirectory(String machine) {
    return folder.resolve(machine.replace(' ', '-'));
  }

  /** The store as the machine's next command will find it. */
  SignerStore store(String machine) {
    return SignerStore.open(
        StoreDirectory.open(storeDirectory(machine)),
        new PosixDisk(),
        Passphrase.of(PASSPHRASE.toCharArray()),
        random);
  }

  List<String> printed() {
    return List.copyOf(printed);
  }

  Secrets secrets() {
    return secrets;
  }

  /** Runs a command on a machine that knows the addresses of the service and of a node. */
  Outcome connected(String machine, List<String> arguments) {
    List<String> all = new ArrayList<>(List.of("--service", service.toString(), "--rpc", node));
    all.addAll(arguments);
    return offline(machine, all);
  }

  /** Runs a command on a machine that knows no address. */
  Outcome offline(String machine, List<String> arguments) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--home",
                storeDirectory(machine).toString(),
                "--passphrase-file",
                passphrase().toString()));
    all.addAll(arguments);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            new PrintWriter(out), new PrintWriter(err), new BufferedReader(new StringReader("")));
    RuntimeEnvironment environment =
        new RuntimeEnvironment(
            console, Clock.fixed(now, ZoneOffset.UTC), random, Waiter.THREAD, CHEAP);
    int code = SignerCommand.run(environment, all.toArray(String[]::new));
    printed.add(out.toString());
    printed.add(err.toString());
    if (Files.exists(storeDirectory(machine).resolve("store"))) {
      secrets.addAllOf(store(machine).read());
    }
    return new Outcome(code, out.toString(), err.toString());
  }
}
