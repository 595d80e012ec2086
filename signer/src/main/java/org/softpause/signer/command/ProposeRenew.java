package org.softpause.signer.command;

import java.nio.file.Path;
import java.time.Duration;
import org.softpause.protocol.decision.MandateName;
import org.softpause.protocol.decision.Renew;
import org.softpause.protocol.registry.RegistryState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Proposes to let the operating licence run on. */
@Command(
    name = "propose-renew",
    description = "Propose to renew the operating licence, and approve it.")
final class ProposeRenew extends Task {
  @Option(
      names = {"--for", "--for-seconds"},
      converter = SpanConverter.class,
      description = "Until so long from now (default: as long as the registry allows).")
  private Duration span = Duration.ZERO;

  @Option(names = "--reasons", required = true, description = "A Markdown file, published.")
  private Path reasons = Path.of("");

  @Option(
      names = "--anchor-within",
      defaultValue = "1d",
      converter = SpanConverter.class,
      description = "How long its signatures are good for (default: ${DEFAULT-VALUE}).")
  private Duration anchorWithin = Duration.ZERO;

  @Override
  Report run(Workspace workspace) {
    Chamber chamber = Chamber.open(workspace);
    Tabling tabling = new Tabling(workspace, chamber, reasons);
    return tabling.table(renew(chamber, tabling));
  }

  private Renew renew(Chamber chamber, Tabling tabling) {
    RegistryState registry = chamber.log().state();
    long now = chamber.chain().now();
    long seconds =
        span.isZero() ? registry.genesis().parameters().licenceSeconds() : span.toSeconds();
    return new Renew(
        MandateName.STANDING,
        registry.epoch(MandateName.STANDING),
        now + seconds,
        now,
        now + anchorWithin.toSeconds(),
        tabling.reasonHash());
  }
}
