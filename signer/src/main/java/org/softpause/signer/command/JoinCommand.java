package org.softpause.signer.command;

import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Bytes32;
import org.softpause.signer.ceremony.CeremonyJoining;
import org.softpause.signer.command.option.FollowingOptions;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code signer join}: joins a key ceremony and takes every step until the committee exists. */
@Command(
    name = "join",
    description = {
      "Read the plan of a key ceremony whose fingerprint you compared, and take part to the end.",
      "Repeat the command to go on; it does not ask again."
    })
final class JoinCommand extends Subcommand {
  @Parameters(paramLabel = "CEREMONY_ID", description = "The id that ceremony-propose printed.")
  private String ceremony = "";

  @Option(
      names = "--fingerprint",
      required = true,
      description = "The fingerprint as the proposer read it to you, not as the service shows it.")
  private String fingerprint = "";

  @Option(
      names = "--confirm",
      paramLabel = "LAST4HEX",
      description = "The last four digits of the ceremony's id, instead of being asked for them.")
  private @Nullable String confirmation;

  @Mixin private FollowingOptions following = new FollowingOptions();

  @Override
  OperationReport run(SignerContext context) {
    return new CeremonyJoining(context, following.following(context))
        .join(Bytes32.parse(ceremony), fingerprint, confirmation(confirmation));
  }
}
