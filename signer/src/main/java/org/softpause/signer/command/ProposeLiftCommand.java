package org.softpause.signer.command;

import java.time.Duration;
import java.util.Locale;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.Lift;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Slot;
import org.softpause.protocol.registry.AnchoredPause;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.signer.command.option.DurationConverter;
import org.softpause.signer.deciding.DecisionWorkspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Proposes to end a pause before its time. */
@Command(name = "propose-lift", description = "Propose to end a pause early, and approve it.")
final class ProposeLiftCommand extends ProposeCommand {
  @Option(
      names = "--mandate",
      defaultValue = "standing",
      description = "standing or emergency (default: ${DEFAULT-VALUE}).")
  private String mandate = "";

  @Option(names = "--pause", required = true, paramLabel = "ID", description = "The pause's id.")
  private String pause = "";

  @Option(
      names = "--anchor-within",
      defaultValue = "1d",
      converter = DurationConverter.class,
      description = "How long its signatures are good for (default: ${DEFAULT-VALUE}).")
  private Duration anchorWithin = Duration.ZERO;

  @Override
  Lift decision(DecisionWorkspace decisionWorkspace, long now, Bytes32 reasonHash) {
    RegistryState registry = decisionWorkspace.log().state();
    MandateName name = MandateName.parse(mandate.toUpperCase(Locale.ROOT));
    Bytes32 pauseId = Bytes32.parse(pause);
    Slot slot = slot(registry, pauseId, now);
    long proposedAt = Math.max(now, registry.slot(slot).latestProposedAt() + 1);
    return new Lift(
        name,
        registry.epoch(name),
        slot,
        pauseId,
        proposedAt,
        proposedAt + anchorWithin.toSeconds(),
        reasonHash);
  }

  private static Slot slot(RegistryState registry, Bytes32 pauseId, long now) {
    return registry.slots().stream()
        .flatMap(slot -> slot.occupant(now).stream())
        .filter(occupant -> occupant.id().equals(pauseId))
        .map(AnchoredPause::pause)
        .map(occupant -> occupant.slot())
        .findFirst()
        .orElseThrow(
            () ->
                new RuleViolation(
                    Rule.SLOT_NOT_OCCUPIED, "the log holds no pause in force with id " + pauseId));
  }
}
