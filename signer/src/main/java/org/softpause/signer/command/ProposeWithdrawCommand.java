package org.softpause.signer.command;

import java.time.Duration;
import org.softpause.protocol.decision.Slot;
import org.softpause.signer.command.option.DurationConverter;
import org.softpause.signer.deciding.WithdrawDraft;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code signer propose-withdraw}: proposes to void what was proposed for a slot before. */
@Command(
    name = "propose-withdraw",
    description =
        "Propose to void every pause and lift proposed for a slot until now that is not anchored"
            + " yet, and approve it.")
final class ProposeWithdrawCommand extends ProposeCommand {
  @Option(
      names = "--mandate",
      defaultValue = "standing",
      description = "standing or emergency (default: ${DEFAULT-VALUE}).")
  private String mandate = "";

  @Option(names = "--slot", required = true, description = "The slot, 0..15.")
  private int slot;

  @Option(
      names = "--anchor-within",
      defaultValue = "1d",
      converter = DurationConverter.class,
      description = "How long its signatures are valid (default: ${DEFAULT-VALUE}).")
  private Duration anchorWithin = Duration.ZERO;

  @Override
  WithdrawDraft draft() {
    return new WithdrawDraft(mandate(mandate), new Slot(slot), anchorWithin);
  }
}
