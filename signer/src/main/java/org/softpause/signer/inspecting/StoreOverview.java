package org.softpause.signer.inspecting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import org.softpause.signer.state.BallotChoice;
import org.softpause.signer.state.BallotRecord;
import org.softpause.signer.state.CeremonySeat;
import org.softpause.signer.state.LastBackup;
import org.softpause.signer.state.SeatStatus;
import org.softpause.signer.state.SignerState;

/** What a signer holds, from its own store: seats, registry, backup, commitments and ballots. */
public record StoreOverview(SignerContext context) {
  /** Asks nobody but the own store. */
  public OperationReport report() {
    SignerState state = context.store().read();
    String kid = context.identity().publicIdentity().kid();
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
                count(state, BallotChoice.APPROVE),
                count(state, BallotChoice.REJECT),
                outstanding(state)));
    return new OperationReport(lines, json(state, kid));
  }

  private static String backup(SignerState state) {
    return state
        .backup()
        .map(mark -> "Backup: made at " + Instant.ofEpochSecond(mark.at()))
        .orElse("Backup: none made yet; run backup");
  }

  private static String line(CeremonySeat seat) {
    return "%s %s: member %d, %s"
        .formatted(kind(seat), seat.ceremony(), seat.self().value(), words(seat.status()));
  }

  private static String kind(CeremonySeat seat) {
    return seat.status() == SeatStatus.REPAIRING ? "Repair" : "Ceremony";
  }

  private static String words(SeatStatus standing) {
    return switch (standing) {
      case UNDER_WAY -> "under way";
      case REPAIRING -> "under way";
      case SHARE_LOST -> "complete; its share is lost here and waits for a repair";
      case WAITING -> "complete; signs nothing until a Rotate names its roster";
      case IN_FORCE -> "complete, in force";
      case ENDED -> "ended, its secrets destroyed";
    };
  }

  private static JsonObject json(SignerState state, String kid) {
    return new ObjectWriter()
        .text("name", state.name())
        .text("kid", kid)
        .array("ceremonies", state.seats(), StoreOverview::json)
        .flag("deploymentPinned", state.deployment().isPresent())
        .number("approved", count(state, BallotChoice.APPROVE))
        .number("rejected", count(state, BallotChoice.REJECT))
        .number("outstanding", outstanding(state))
        .number("highestNumber", state.ledger().highestNumber())
        .number("backedUpAt", state.backup().map(LastBackup::at).orElse(0L))
        .toJson();
  }

  private static JsonObject json(CeremonySeat seat) {
    return new ObjectWriter()
        .bytes32("id", seat.ceremony())
        .number("identifier", seat.self().value())
        .flag("complete", seat.roster().isPresent() && seat.status() != SeatStatus.UNDER_WAY)
        .text("standing", seat.status().word())
        .toJson();
  }

  /**
   * Counts decisions by the latest ballot; one decision may have a ballot in each of two
   * committees.
   */
  private static long count(SignerState state, BallotChoice choice) {
    return state.ballots().stream()
        .filter(ballot -> ballot.choice() == choice)
        .filter(
            ballot -> state.latestBallot(ballot.id(), ballot.roster()).equals(Optional.of(ballot)))
        .map(BallotRecord::id)
        .distinct()
        .count();
  }

  private static long outstanding(SignerState state) {
    return state.ledger().nonces().stream().filter(nonce -> !nonce.burned()).count();
  }
}
