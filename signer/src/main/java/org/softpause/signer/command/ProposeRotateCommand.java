package org.softpause.signer.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.softpause.frost.VerifyingKey;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.decision.CommitteeKey;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Rotate;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.signer.ceremony.RosterVerifier;
import org.softpause.signer.command.option.DurationConverter;
import org.softpause.signer.deciding.DecisionWorkspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Proposes who holds a mandate from now on; also how a resharing is announced. */
@Command(
    name = "propose-rotate",
    description = "Propose new committees for a mandate, or announce a resharing, and approve it.")
final class ProposeRotateCommand extends ProposeCommand {
  @Option(
      names = "--target",
      defaultValue = "standing",
      description = "standing or emergency (default: ${DEFAULT-VALUE}).")
  private String target = "";

  @Option(
      names = "--ceremonies",
      split = ",",
      paramLabel = "ID",
      description = "Complete ceremonies whose committees hold the mandate from now on.")
  private List<String> ceremonies = List.of();

  @Option(
      names = "--keep-others",
      description = "Keep today's committees too, except where a ceremony above has their key.")
  private boolean keepOthers;

  @Option(names = "--delete", description = "Leave the EMERGENCY mandate to nobody.")
  private boolean delete;

  @Option(
      names = "--anchor-within",
      defaultValue = "6h",
      converter = DurationConverter.class,
      description = "How long its signatures are good for, 1d at most (default: ${DEFAULT-VALUE}).")
  private Duration anchorWithin = Duration.ZERO;

  @Override
  Rotate decision(DecisionWorkspace decisionWorkspace, long now, Bytes32 reasonHash) {
    RegistryState registry = decisionWorkspace.log().state();
    MandateName name = MandateName.parse(target.toUpperCase(Locale.ROOT));
    return new Rotate(
        MandateName.STANDING,
        registry.epoch(MandateName.STANDING),
        name,
        registry.epoch(name),
        committees(decisionWorkspace, registry.committees(name)),
        now,
        now + anchorWithin.toSeconds(),
        reasonHash);
  }

  private List<CommitteeKey> committees(
      DecisionWorkspace decisionWorkspace, List<CommitteeKey> today) {
    List<CommitteeKey> made = made(decisionWorkspace.ceremonies());
    if (delete != (made.isEmpty() && !keepOthers)) {
      throw new RuleViolation(
          Rule.COMMITTEE_COUNT_OUT_OF_RANGE,
          "name ceremonies, or say --keep-others, or say --delete and neither");
    }
    List<VerifyingKey> keys = made.stream().map(CommitteeKey::key).toList();
    List<CommitteeKey> all = new ArrayList<>(made);
    if (keepOthers) {
      today.stream().filter(body -> !keys.contains(body.key())).forEach(all::add);
    }
    all.sort(Comparator.comparing(CommitteeKey::x));
    return all;
  }

  private List<CommitteeKey> made(RosterVerifier complete) {
    return ceremonies.stream()
        .map(Bytes32::parse)
        .map(complete::roster)
        .map(roster -> new CommitteeKey(roster.groupKey(), roster.civil(), roster.hash()))
        .toList();
  }
}
