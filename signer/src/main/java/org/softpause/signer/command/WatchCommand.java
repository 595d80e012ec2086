package org.softpause.signer.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.command.option.DurationConverter;
import org.softpause.signer.operation.ActivityLog;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.policy.UnattendedPolicy;
import org.softpause.signer.report.OperationReport;
import org.softpause.signer.store.UserFiles;
import org.softpause.signer.watch.UnattendedWatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code signer watch}: keeps a signer running until it is ended. */
@Command(
    name = "watch",
    description =
        "Keep running: see ceremonies through and release shares for decisions approved here.")
final class WatchCommand extends Subcommand {
  private static final Duration LAST_LOOK = Duration.ofSeconds(10);

  @Option(
      names = "--poll",
      defaultValue = "500ms",
      converter = DurationConverter.class,
      description =
          "How often to look (default: ${DEFAULT-VALUE}); the service announces a new session at"
              + " once.")
  private Duration poll = Duration.ZERO;

  @Option(names = "--rounds", description = "End after so many looks (default: never).")
  private long rounds = Long.MAX_VALUE;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Release shares only for decisions within this policy.")
  private @Nullable Path policyFile;

  @Option(
      names = "--unattended",
      description = "Also approve what the policy allows, without an officer; needs --policy.")
  private boolean unattended;

  @Override
  OperationReport run(SignerContext context) {
    UnattendedWatch watch =
        new UnattendedWatch(
            context,
            new ActivityLog(console().out(), context.clock(), json()),
            policy(),
            unattended,
            poll);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> watch.stop(LAST_LOOK), "end of watch"));
    watch.run(rounds);
    return new OperationReport(List.of(), new ObjectWriter().text("event", "ended").toJson());
  }

  private Optional<UnattendedPolicy> policy() {
    if (policyFile == null && unattended) {
      throw new RuleViolation(
          Rule.POLICY_FORBIDS, "--unattended approves nothing without --policy");
    }
    return Optional.ofNullable(policyFile)
        .map(file -> UnattendedPolicy.parse(UserFiles.read(file, UnattendedPolicy.MAX_LENGTH)));
  }
}
