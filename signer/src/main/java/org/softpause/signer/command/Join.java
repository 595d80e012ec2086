package org.softpause.signer.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.committee.CeremonyPlan;
import org.softpause.signer.ceremony.BulletinBoard;
import org.softpause.signer.ceremony.Participation;
import org.softpause.signer.ceremony.Progress;
import org.softpause.signer.service.Unreachable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Accepts a plan whose fingerprint was compared and which was read, and takes every step until the
 * committee stands.
 */
@Command(
    name = "join",
    description = {
      "Read the plan of a key ceremony whose fingerprint you compared, join, see it through.",
      "Repeated, it goes on without asking again."
    })
final class Join extends Task {
  @Parameters(paramLabel = "CEREMONY_ID", description = "As ceremony-propose printed it.")
  private String ceremony = "";

  @Option(
      names = "--fingerprint",
      required = true,
      description = "As the proposer read it to you, not as the service shows it.")
  private String fingerprint = "";

  @Option(
      names = "--confirm",
      paramLabel = "LAST4HEX",
      description = "The last four digits of the ceremony's id, instead of being asked for them.")
  private @Nullable String confirmation;

  @Option(
      names = "--poll",
      defaultValue = "300ms",
      converter = SpanConverter.class,
      description = "How often to look (default: ${DEFAULT-VALUE}).")
  private Duration poll = Duration.ZERO;

  @Option(
      names = "--for",
      defaultValue = "1h",
      converter = SpanConverter.class,
      description = "How long to wait for the others (default: ${DEFAULT-VALUE}).")
  private Duration patience = Duration.ZERO;

  @Override
  Report run(Workspace workspace) {
    Bytes32 id = Bytes32.parse(ceremony);
    BulletinBoard board = new BulletinBoard(workspace.service());
    Participation participation =
        new Participation(workspace.store(), workspace.identity(), workspace.random(), board);
    CeremonyPlan plan = board.read(id).plan();
    Participation.requireFingerprint(plan, fingerprint);
    if (workspace.store().read().seat(id).isEmpty()) {
      List<String> page = PlanOnBoard.page(workspace, plan);
      new Confirmation("take part", id, page).require(workspace, confirmation);
    }
    participation.takeSeat(plan, fingerprint);
    Progress end = seeThrough(workspace, participation, id);
    return CeremonyReport.of(plan, end, workspace.store().read());
  }

  private Progress seeThrough(Workspace workspace, Participation participation, Bytes32 id) {
    Duration span = workspace.airGapped() ? Duration.ZERO : patience;
    Instant end = workspace.clock().instant().plus(span);
    String missing = "";
    Vigil vigil = new Vigil(participation, id);
    do {
      Progress progress = vigil.look();
      switch (progress) {
        case Progress.Done done -> {
          return done;
        }
        case Progress.Dealt dealt -> {
          return dealt;
        }
        case Progress.Waiting waiting -> {
          missing = waiting.phase() + ", waiting for " + waiting.missing();
          Pauses.pause(poll);
        }
        case Progress.Sent sent -> missing = "after " + sent.type();
      }
    } while (workspace.clock().instant().isBefore(end));
    throw new Unreachable("the ceremony is not complete yet: " + missing + "; join again");
  }
}
