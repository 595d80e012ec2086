package org.softpause.signer.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.softpause.protocol.Bytes32;

/** An officer's machine without network: only files go in and out. */
public final class OfflineMachine {
  private static final int MOST_WALKS = 60;

  private final Officers officers;
  private final Officer officer;
  private int walks;

  public OfflineMachine(Officers officers, String name) {
    this.officers = officers;
    this.officer = officers.named(name);
  }

  /** Runs one command line, which leaves what it asks of others to be carried. */
  public Outcome run(String... arguments) {
    return officer.runOffline(
        Stream.concat(Stream.of("--air-gap"), Stream.of(arguments)).toArray(String[]::new));
  }

  /** Repeats a command, carrying files in between, until it has all it needs. */
  public Outcome untilDone(String... arguments) {
    Outcome outcome = run(arguments);
    while (outcome.isUnreachable() && walks < MOST_WALKS) {
      walk();
      outcome = run(arguments);
    }
    return outcome.done();
  }

  public void enrols() {
    run("init", "--name", officer.name(), "--enrolment-code", "code").done();
    walk();
  }

  /** Takes part in a ceremony until it is complete. */
  public void joins(Outcome proposed) {
    untilDone(
        "join",
        proposed.text("id"),
        "--fingerprint",
        proposed.text("fingerprint"),
        "--confirm",
        Officer.lastFour(proposed.id()));
    walk();
  }

  public void pinsRegistry() {
    walk();
    untilDone("check-deployment");
  }

  /** Approves a decision that the last walk, or another one, has brought. */
  public void approves(Bytes32 decision) {
    walk();
    untilDone("approve", decision.toString(), "--confirm", Officer.lastFour(decision));
    walk();
  }

  /** Watches and carries until a share has left, and carries that too. */
  public void releases() {
    Outcome watched = run("watch", "--rounds", "1");
    while (!watched.out().contains("signature share sent for package") && walks < MOST_WALKS) {
      walk();
      watched = run("watch", "--rounds", "1");
    }
    assertThat(watched.out()).contains("signature share sent for package");
    walk();
  }

  public Outcome settles() {
    return untilDone("--json", "settle");
  }

  /**
   * Says what the signer holds, as JSON, in which each seat stands with the word for its status.
   */
  public String seats() {
    return run("--json", "status").done().out();
  }

  /** Exports, walks to the connected machine and back, and imports. */
  public void walk() {
    walks++;
    String out = officers.file("out" + walks).toString();
    String back = officers.file("back" + walks).toString();
    assertThat(run("export", out).err()).isEmpty();
    Outcome carried = officers.named("nobody").run("carry", out, "--out", back);
    assertThat(carried.err()).isEmpty();
    assertThat(run("import", back).err()).isEmpty();
  }
}
