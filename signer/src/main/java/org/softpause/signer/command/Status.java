package org.softpause.signer.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.state.BackupMark;
import org.softpause.signer.state.Choice;
import org.softpause.signer.state.Seat;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.state.Standing;
import org.softpause.signer.state.Verdict;
import picocli.CommandLine.Command;

/** What this signer holds; asks nobody. */
@Command(name = "status", description = "Say what this signer holds, without asking anybody.")
final class Status extends Task {
  @Override
  Report run(Workspace workspace) {
    SignerState state = workspace.store().read();
    String kid = workspace.identity().publicIdentity().kid();
    List<String> lines = new ArrayList<>();
    lines.add("Signer of " + state.name() + ", identity key " + kid);
    state.seats().forEach(seat -> lines.add(line(seat)));
    lines.add(
        state.deployment().isPresent()
            ? "Registry: pinned"
            : "Registry: none pinned yet; run check-deployment");
    lines.add(backup(state));
    lines.add("Highest commitment number given out: " + state.ledger().highestNumber());
    lines.add(
        "Decisions approved: %d, rejected: %d; commitments outstanding: %d"
            .formatted(
                count(state, Choice.APPROVE), count(state, Choice.REJECT), outstanding(state)));
    return new Report(lines, json(state, kid));
  }

  private static String backup(SignerState state) {
    return state
        .backup()
        .map(mark -> "Backup: of " + Instant.ofEpochSecond(mark.at()))
        .orElse("Backup: none made yet; run backup");
  }

  private static String line(Seat seat) {
    return "Ceremony %s: member %d, %s"
        .formatted(seat.ceremony(), seat.self().value(), words(seat.standing()));
  }

  private static String words(Standing standing) {
    return switch (standing) {
      case UNDER_WAY -> "under way";
      case WAITING -> "complete, without power until a Rotate names its roster";
      case IN_FORCE -> "complete, in force";
      case ENDED -> "ended, its secrets destroyed";
    };
  }

  private static JsonObject json(SignerState state, String kid) {
    return new ObjectWriter()
        .text("name", state.name())
        .text("kid", kid)
        .array("ceremonies", state.seats(), Status::json)
        .flag("deploymentPinned", state.deployment().isPresent())
        .number("approved", count(state, Choice.APPROVE))
        .number("rejected", count(state, Choice.REJECT))
        .number("outstanding", outstanding(state))
        .number("highestNumber", state.ledger().highestNumber())
        .number("backedUpAt", state.backup().map(BackupMark::at).orElse(0L))
        .toJson();
  }

  private static JsonObject json(Seat seat) {
    return new ObjectWriter()
        .bytes32("id", seat.ceremony())
        .number("identifier", seat.self().value())
        .flag("complete", seat.roster().isPresent() && seat.standing() != Standing.UNDER_WAY)
        .text("standing", seat.standing().word())
        .toJson();
  }

  /** Decisions by the last word on them; a body's member may say it in two committees. */
  private static long count(SignerState state, Choice choice) {
    return state.verdicts().stream()
        .filter(verdict -> verdict.choice() == choice)
        .filter(
            verdict -> state.verdict(verdict.id(), verdict.roster()).equals(Optional.of(verdict)))
        .map(Verdict::id)
        .distinct()
        .count();
  }

  private static long outstanding(SignerState state) {
    return state.ledger().nonces().stream().filter(nonce -> !nonce.burned()).count();
  }
}
