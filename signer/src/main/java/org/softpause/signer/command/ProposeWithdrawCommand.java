package org.softpause.signer.command;

import org.softpause.protocol.decision.Slot;
import org.softpause.signer.command.option.MandateOption;
import org.softpause.signer.command.option.ValidityOption;
import org.softpause.signer.deciding.WithdrawDraft;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code signer propose-withdraw}: proposes to void what was proposed for a slot before. */
@Command(
    name = "propose-withdraw",
    description =
        "Propose to void every pause and lift proposed for a slot until now that is not anchored"
            + " yet, and approve it.")
final class ProposeWithdrawCommand extends ProposeCommand {
  @Mixin private MandateOption mandate = new MandateOption();

  @Option(names = "--slot", required = true, description = "The slot, 0..15.")
  private int slot;

  @Mixin private ValidityOption validity = new ValidityOption();

  @Override
  WithdrawDraft draft() {
    return new WithdrawDraft(mandate.value(), new Slot(slot), validity.value());
  }
}
