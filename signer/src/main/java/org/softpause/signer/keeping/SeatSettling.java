package org.softpause.signer.keeping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.committee.Roster;
import org.softpause.protocol.json.JsonObject;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.operation.ActivityLog;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.registry.PinnedRegistry;
import org.softpause.signer.registry.SeatAbandonment;
import org.softpause.signer.report.OperationReport;
import org.softpause.signer.state.CeremonySeat;
import org.softpause.signer.state.SeatStatus;
import org.softpause.signer.state.SignerState;

/**
 * Brings reshared seats into force once their Rotate is final and destroys the secrets of those
 * that they replace, or gives up one seat.
 */
public record SeatSettling(SignerContext context, ActivityLog activityLog) {
  /** Settles all seats with the finalised log. */
  public OperationReport settle() {
    SignerState before = context.store().read();
    if (before.deployment().isPresent()) {
      settle(PinnedRegistry.of(before));
    }
    return report(before, context.store().read());
  }

  /**
   * Gives up the seat of one ceremony. The share of a seat that waits for its Rotate may be in
   * force by now, so the finalised log is asked before the share is destroyed.
   */
  public OperationReport abandon(Bytes32 ceremony) {
    SignerState before = context.store().read();
    SeatStatus seen = before.seat(ceremony).map(CeremonySeat::status).orElse(SeatStatus.ENDED);
    long finalisedAt = 0;
    if (seen == SeatStatus.WAITING) {
      PinnedRegistry registry = PinnedRegistry.of(before);
      finalisedAt = context.node(registry.domain().registry()).finalisedAt();
      settle(registry);
    }
    context.store().change(new SeatAbandonment(ceremony, seen, finalisedAt)::of);
    return report(before, context.store().read());
  }

  private void settle(PinnedRegistry registry) {
    Optional<Bytes32> head =
        new LogSettlement(context.store(), context.service(), context::node, activityLog)
            .settle(registry);
    if (head.isEmpty()) {
      throw new RuleViolation(
          Rule.HEAD_DISAGREES, "the log that the service shows is not what our node has finalised");
    }
  }

  private static OperationReport report(SignerState before, SignerState after) {
    List<Bytes32> inForce = rosters(after, SeatStatus.IN_FORCE);
    List<Bytes32> waiting = rosters(after, SeatStatus.WAITING);
    List<Bytes32> destroyed =
        after.seats().stream()
            .filter(seat -> seat.status() == SeatStatus.ENDED)
            .map(CeremonySeat::ceremony)
            .filter(id -> before.seat(id).orElseThrow().status() != SeatStatus.ENDED)
            .toList();
    List<String> lines = new ArrayList<>();
    inForce.forEach(roster -> lines.add("In force    roster " + roster));
    waiting.forEach(roster -> lines.add("Waiting     roster " + roster + ", for its Rotate"));
    destroyed.forEach(id -> lines.add("Destroyed   seed and share of ceremony " + id));
    return new OperationReport(lines, json(inForce, waiting, destroyed));
  }

  private static List<Bytes32> rosters(SignerState state, SeatStatus status) {
    return state.seats().stream()
        .filter(seat -> seat.status() == status)
        .flatMap(seat -> seat.roster().stream())
        .map(Roster::hash)
        .toList();
  }

  private static JsonObject json(
      List<Bytes32> inForce, List<Bytes32> waiting, List<Bytes32> destroyed) {
    return new ObjectWriter()
        .texts("inForce", inForce.stream().map(Bytes32::toString).toList())
        .texts("waiting", waiting.stream().map(Bytes32::toString).toList())
        .texts("destroyed", destroyed.stream().map(Bytes32::toString).toList())
        .toJson();
  }
}
