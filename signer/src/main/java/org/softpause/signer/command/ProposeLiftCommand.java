package org.softpause.signer.command;

import org.softpause.protocol.Bytes32;
import org.softpause.signer.command.option.MandateOption;
import org.softpause.signer.command.option.ValidityOption;
import org.softpause.signer.deciding.LiftDraft;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code signer propose-lift}: proposes to end a pause early. */
@Command(name = "propose-lift", description = "Propose to end a pause early, and approve it.")
final class ProposeLiftCommand extends ProposeCommand {
  @Mixin private MandateOption mandate = new MandateOption();

  @Option(names = "--pause", required = true, paramLabel = "ID", description = "The pause's id.")
  private String pause = "";

  @Mixin private ValidityOption validity = new ValidityOption();

  @Override
  LiftDraft draft() {
    return new LiftDraft(mandate.value(), Bytes32.parse(pause), validity.value());
  }
}
