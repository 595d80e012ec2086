package org.softpause.signer.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.softpause.signer.world.Officers;
import org.softpause.signer.world.Officers.Outcome;

/** An officer's machine without network: only files go in and out. */
final class OfflineMachine {
  private static final int MOST_WALKS = 60;

  private final Officers officers;
  private final String name;
  private int walks;

  OfflineMachine(Officers officers, String name) {
    this.officers = officers;
    this.name = name;
  }

  Outcome run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addFirst("--air-gap");
    return officers.offline(name, all.toArray(String[]::new));
  }

  /** Repeats a command, carrying files in between, until it has all it needs. */
  Outcome untilDone(String... arguments) {
    Outcome outcome = run(arguments);
    while (outcome.code() == ExitCodes.UNREACHABLE && walks < MOST_WALKS) {
      walk();
      outcome = run(arguments);
    }
    assertThat(outcome.code()).as(outcome.err()).isZero();
    return outcome;
  }

  /** Takes part in what was proposed, to its end. */
  void untilJoined(Outcome proposed) {
    String id = proposed.text("id");
    String fingerprint = proposed.text("fingerprint");
    untilDone("join", id, "--fingerprint", fingerprint, "--confirm", id.substring(62));
  }

  /** Watches and carries until a share has left, and carries that too. */
  void releases() {
    Outcome watched = run("watch", "--rounds", "1");
    while (!watched.out().contains("signature share sent for package") && walks < MOST_WALKS) {
      walk();
      watched = run("watch", "--rounds", "1");
    }
    assertThat(watched.out()).contains("signature share sent for package");
    walk();
  }

  /** Export, a walk to the connected machine and back, import. */
  void walk() {
    walks++;
    String out = officers.file("out" + walks).toString();
    String back = officers.file("back" + walks).toString();
    assertThat(run("export", out).err()).isEmpty();
    Outcome carried = officers.run("nobody", "carry", out, "--out", back);
    assertThat(carried.err()).isEmpty();
    assertThat(run("import", back).err()).isEmpty();
  }
}
