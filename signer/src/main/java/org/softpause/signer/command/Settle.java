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
import org.softpause.signer.registry.Abandonment;
import org.softpause.signer.registry.PinnedRegistry;
import org.softpause.signer.state.Seat;
import org.softpause.signer.state.SignerState;
import org.softpause.signer.state.Standing;
import org.softpause.signer.watch.Journal;
import org.softpause.signer.watch.SettlementRound;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings reshared seats into force once their Rotate is final, and ends those they replace. */
@Command(
    name = "settle",
    description = "See whether a resharing was announced, and destroy what it has replaced.")
final class Settle extends Task {
  @Option(
      names = "--abandon",
      paramLabel = "CEREMONY_ID",
      description =
          "Leave a ceremony that does not end, or destroy the share of a resharing that was never"
              + " announced: its Rotate expired, and the finalised log, seen first, names another.")
  private @Nullable String abandoned;

  @Override
  Report run(Workspace workspace) {
    SignerState before = workspace.store().read();
    if (abandoned != null) {
      abandon(workspace, before, Bytes32.parse(abandoned));
    } else if (before.deployment().isPresent()) {
      settle(workspace, PinnedRegistry.of(before));
    }
    return report(before, workspace.store().read());
  }

  private static void settle(Workspace workspace, PinnedRegistry registry) {
    Journal journal = new Journal(workspace.console().err(), workspace.clock(), false);
    SettlementRound round =
        new SettlementRound(workspace.store(), workspace.service(), workspace::chain, journal);
    if (!round.settle(registry)) {
      throw new RuleViolation(
          Rule.HEAD_DISAGREES, "the log that the service shows is not what our node has finalised");
    }
  }

  /** A share that waits may be in force by now: the finalised log is asked before it goes. */
  private static void abandon(Workspace workspace, SignerState before, Bytes32 ceremony) {
    Standing seen = before.seat(ceremony).map(Seat::standing).orElse(Standing.ENDED);
    long finalisedAt = 0;
    if (seen == Standing.WAITING) {
      PinnedRegistry registry = PinnedRegistry.of(before);
      finalisedAt = workspace.chain(registry.domain().registry()).finalisedAt();
      settle(workspace, registry);
    }
    workspace.store().change(new Abandonment(ceremony, seen, finalisedAt)::of);
  }

  private static Report report(SignerState before, SignerState after) {
    List<Bytes32> inForce = rosters(after, Standing.IN_FORCE);
    List<Bytes32> waiting = rosters(after, Standing.WAITING);
    List<Bytes32> destroyed =
        after.seats().stream()
            .filter(seat -> seat.standing() == Standing.ENDED)
            .map(Seat::ceremony)
            .filter(id -> before.seat(id).orElseThrow().standing() != Standing.ENDED)
            .toList();
    List<String> lines = new ArrayList<>();
    inForce.forEach(roster -> lines.add("In force    roster " + roster));
    waiting.forEach(roster -> lines.add("Waiting     roster " + roster + ", for its Rotate"));
    destroyed.forEach(id -> lines.add("Destroyed   seed and share of ceremony " + id));
    return new Report(lines, json(inForce, waiting, destroyed));
  }

  private static List<Bytes32> rosters(SignerState state, Standing standing) {
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
