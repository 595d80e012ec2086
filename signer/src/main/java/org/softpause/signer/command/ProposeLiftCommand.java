package org.softpause.signer.command;

import java.time.Duration;
import org.softpause.protocol.Bytes32;
import org.softpause.signer.command.option.DurationConverter;
import org.softpause.signer.deciding.LiftDraft;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code signer propose-lift}: proposes to end a pause early. */
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
      description = "How long its signatures are valid (default: ${DEFAULT-VALUE}).")
  private Duration anchorWithin = Duration.ZERO;

  @Override
  LiftDraft draft() {
    return new LiftDraft(mandate(mandate), Bytes32.parse(pause), anchorWithin);
  }
}
