package org.softpause.signer.command;

import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Bytes32;
import org.softpause.signer.ceremony.RepairHelping;
import org.softpause.signer.command.option.FollowingOptions;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.report.OperationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code signer repair-help}: helps a member whose share is lost. */
@Command(
    name = "repair-help",
    description = {
      "Help a member of your committee to get its lost share again, after its officer called you.",
      "Repeat the command to go on; it does not ask again."
    })
final class RepairHelpCommand extends Subcommand {
  @Parameters(paramLabel = "REPAIR_ID", description = "The id that repair printed.")
  private String repair = "";

  @Option(
      names = "--member",
      required = true,
      paramLabel = "NAME",
      description = "The name of the member whose officer called you.")
  private String member = "";

  @Option(
      names = "--fingerprint",
      required = true,
      description = "The fingerprint as that officer read it to you, not as the service shows it.")
  private String fingerprint = "";

  @Option(
      names = "--confirm",
      paramLabel = "LAST4HEX",
      description = "The last four digits of the repair's id, instead of being asked for them.")
  private @Nullable String confirmation;

  @Mixin private FollowingOptions following = new FollowingOptions();

  @Override
  OperationReport run(SignerContext context) {
    return new RepairHelping(context)
        .help(
            Bytes32.parse(repair),
            member,
            fingerprint,
            confirmation(confirmation),
            following.following(context));
  }
}
