package org.softpause.signer.command;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.softpause.signer.command.option.DurationConverter;
import org.softpause.signer.command.option.ValidityOption;
import org.softpause.signer.deciding.RenewDraft;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code signer propose-renew}: proposes to renew the operating licence. */
@Command(
    name = "propose-renew",
    description = "Propose to renew the operating licence, and approve it.")
final class ProposeRenewCommand extends ProposeCommand {
  @Option(
      names = {"--for", "--for-seconds"},
      converter = DurationConverter.class,
      description = "How long the licence runs from now (default: as long as the registry allows).")
  private @Nullable Duration span;

  @Mixin private ValidityOption validity = new ValidityOption();

  @Override
  RenewDraft draft() {
    return new RenewDraft(Optional.ofNullable(span).filter(Duration::isPositive), validity.value());
  }
}
