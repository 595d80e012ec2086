package org.softpause.signer.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import org.softpause.signer.watch.SettlementTask;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings reshared seats into force once their Rotate is final, and ends those they replace. */
@Command(
    name = "settle",
    description = "See whether a resharing was announced, and destroy what it has replaced.")
final class SettleCommand extends Subcommand {
  @Option(
      names = "--abandon",
      paramLabel = "CEREMONY_ID",
      description =
          "Leave a ceremony that does not end, or destroy the share of a resharing that was never"
              + " announced: its Rotate expired, and the finalised log, seen first, names another.")
  private @Nullable String abandoned;

  @Override
  OperationReport run(SignerContext signerContext) {
    SignerState before = signerContext.store().read();
    if (abandoned != null) {
      abandon(signerContext, before, Bytes32.parse(abandoned));
    } else if (before.deployment().isPresent()) {
      settle(signerContext, PinnedRegistry.of(before));
    }
    return report(before, signerContext.store().read());
  }

  private static void settle(SignerContext signerContext, PinnedRegistry registry) {
    ActivityLog activityLog =
        new ActivityLog(signerContext.console().err(), signerContext.clock(), false);
    SettlementTask round =
        new SettlementTask(
            signerContext.store(), signerContext.service(), signerContext::chain, activityLog);
    if (!round.settle(registry)) {
      throw new RuleViolation(
          Rule.HEAD_DISAGREES, "the log that the service shows is not what our node has finalised");
    }
  }

  /** A share that waits may be in force by now: the finalised log is asked before it goes. */
  private static void abandon(SignerContext signerContext, SignerState before, Bytes32 ceremony) {
    SeatStatus seen = before.seat(ceremony).map(CeremonySeat::standing).orElse(SeatStatus.ENDED);
    long finalisedAt = 0;
    if (seen == SeatStatus.WAITING) {
      PinnedRegistry registry = PinnedRegistry.of(before);
      finalisedAt = signerContext.chain(registry.domain().registry()).finalisedAt();
      settle(signerContext, registry);
    }
    signerContext.store().change(new SeatAbandonment(ceremony, seen, finalisedAt)::of);
  }

  private static OperationReport report(SignerState before, SignerState after) {
    List<Bytes32> inForce = rosters(after, SeatStatus.IN_FORCE);
    List<Bytes32> waiting = rosters(after, SeatStatus.WAITING);
    List<Bytes32> destroyed =
        after.seats().stream()
            .filter(seat -> seat.standing() == SeatStatus.ENDED)
            .map(CeremonySeat::ceremony)
            .filter(id -> before.seat(id).orElseThrow().standing() != SeatStatus.ENDED)
            .toList();
    List<String> lines = new ArrayList<>();
    inForce.forEach(roster -> lines.add("In force    roster " + roster));
    waiting.forEach(roster -> lines.add("Waiting     roster " + roster + ", for its Rotate"));
    destroyed.forEach(id -> lines.add("Destroyed   seed and share of ceremony " + id));
    return new OperationReport(lines, json(inForce, waiting, destroyed));
  }

  private static List<Bytes32> rosters(SignerState state, SeatStatus standing) {
    return state.seats().stream()
        .filter(seat -> seat.standing() == standing)
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
