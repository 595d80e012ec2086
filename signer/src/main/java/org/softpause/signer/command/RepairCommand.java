package org.softpause.signer.command;

import java.time.Duration;
import java.util.List;
import org.softpause.protocol.Bytes32;
import org.softpause.signer.ceremony.RepairAsking;
import org.softpause.signer.command.option.DurationConverter;
import org.softpause.signer.command.option.FollowingOptions;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code signer repair}: asks others to rebuild a share that was lost, and follows the repair. */
@Command(
    name = "repair",
    description = {
      "Get the lost share of this signer again from as many others as must sign.",
      "With --helpers, ask them; without, go on until the share is here. Repeat it to go on.",
      "The lost store must never sign again."
    })
final class RepairCommand extends Subcommand {
  @Parameters(
      paramLabel = "CEREMONY_ID",
      description = "The ceremony that made the committee; its members see it in status.")
  private String ceremony = "";

  @Option(
      names = "--helpers",
      split = ",",
      paramLabel = "NAME",
      description =
          "Ask these other members, exactly as many as must sign. A new request to others"
              + " gives the earlier one up.")
  private List<String> helpers = List.of();

  @Option(
      names = "--open",
      defaultValue = "3d",
      converter = DurationConverter.class,
      description = "How long the helpers may take, at most 7d (default: ${DEFAULT-VALUE}).")
  private Duration open = Duration.ZERO;

  @Mixin private FollowingOptions following = new FollowingOptions();

  @Override
  OperationReport run(SignerContext context) {
    RepairAsking asking = new RepairAsking(context);
    Bytes32 committee = Bytes32.parse(ceremony);
    return helpers.isEmpty()
        ? asking.follow(committee, following.following(context))
        : asking.ask(committee, helpers, open);
  }
}
