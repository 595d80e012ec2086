package org.softpause.signer.command;

import java.time.Duration;
import java.util.List;
import org.softpause.protocol.Bytes32;
import org.softpause.signer.command.option.DurationConverter;
import org.softpause.signer.command.option.MandateOption;
import org.softpause.signer.deciding.RotateDraft;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code signer propose-rotate}: proposes the committees of a mandate, or announces a resharing.
 */
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
      description = "How long its signatures are valid, 1d at most (default: ${DEFAULT-VALUE}).")
  private Duration anchorWithin = Duration.ZERO;

  @Override
  RotateDraft draft() {
    return new RotateDraft(
        MandateOption.parse(target),
        ceremonies.stream().map(Bytes32::parse).toList(),
        keepOthers,
        delete,
        anchorWithin);
  }
}
