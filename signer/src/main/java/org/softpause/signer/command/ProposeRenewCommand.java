package org.softpause.signer.command;

import java.time.Duration;
import org.softpause.protocol.Bytes32;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.registry.RegistryState;
import org.softpause.signer.command.option.DurationConverter;
import org.softpause.signer.deciding.DecisionWorkspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Proposes to let the operating licence run on. */
@Command(
    name = "propose-renew",
    description = "Propose to renew the operating licence, and approve it.")
final class ProposeRenewCommand extends ProposeCommand {
  @Option(
      names = {"--for", "--for-seconds"},
      converter = DurationConverter.class,
      description = "Until so long from now (default: as long as the registry allows).")
  private Duration span = Duration.ZERO;

  @Option(
      names = "--anchor-within",
      defaultValue = "1d",
      converter = DurationConverter.class,
      description = "How long its signatures are good for (default: ${DEFAULT-VALUE}).")
  private Duration anchorWithin = Duration.ZERO;

  @Override
  Renew decision(DecisionWorkspace decisionWorkspace, long now, Bytes32 reasonHash) {
    RegistryState registry = decisionWorkspace.log().state();
    long seconds =
        span.isZero() ? registry.genesis().parameters().licenceSeconds() : span.toSeconds();
    return new Renew(
        MandateName.STANDING,
        registry.epoch(MandateName.STANDING),
        now + seconds,
        now,
        now + anchorWithin.toSeconds(),
        reasonHash);
  }
}
