package org.softpause.signer.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.client.BulletinBoard;
import org.softpause.protocol.client.ServiceClient;
import org.softpause.protocol.jose.Identity;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.ceremony.CeremonyParticipation;
import org.softpause.signer.command.option.DurationConverter;
import org.softpause.signer.operation.ActivityLog;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.policy.UnattendedPolicy;
import org.softpause.signer.release.ShareRelease;
import org.softpause.signer.release.StoreFreshness;
import org.softpause.signer.report.OperationReport;
import org.softpause.signer.state.SignerStore;
import org.softpause.signer.store.UserFiles;
import org.softpause.signer.watch.CeremonyTask;
import org.softpause.signer.watch.FreshnessTask;
import org.softpause.signer.watch.SettlementTask;
import org.softpause.signer.watch.SigningSessionPoller;
import org.softpause.signer.watch.SigningTask;
import org.softpause.signer.watch.UnattendedApprovalTask;
import org.softpause.signer.watch.WatchLoop;
import org.softpause.signer.watch.WatchTask;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs until it is ended. */
@Command(
    name = "watch",
    description = "Stay: see ceremonies through, release shares for what was approved here.")
final class WatchCommand extends Subcommand {
  private static final Duration LAST_ROUND = Duration.ofSeconds(10);

  @Option(
      names = "--poll",
      defaultValue = "500ms",
      converter = DurationConverter.class,
      description =
          "How often to look unasked (default: ${DEFAULT-VALUE}); a session that opens is told at"
              + " once.")
  private Duration poll = Duration.ZERO;

  @Option(names = "--rounds", description = "End after so many looks (default: never).")
  private long rounds = Long.MAX_VALUE;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Release shares, with nobody looking, only within this policy.")
  private @Nullable Path policyFile;

  @Option(
      names = "--unattended",
      description = "Also approve what the policy allows, with nobody looking; needs --policy.")
  private boolean unattended;

  @Override
  OperationReport run(SignerContext signerContext) {
    ActivityLog activityLog =
        new ActivityLog(signerContext.console().out(), signerContext.clock(), signerContext.json());
    WatchLoop watchLoop =
        new WatchLoop(rounds(signerContext, activityLog, policy()), activityLog, poll);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> watchLoop.stop(LAST_ROUND), "end of watch"));
    if (!signerContext.airGapped()) {
      Thread.ofVirtual()
          .name("doorbell")
          .start(new SigningSessionPoller(signerContext.service(), watchLoop::wake));
    }
    activityLog.done("watch", "began");
    watchLoop.run(rounds);
    activityLog.done("watch", "ended");
    return new OperationReport(List.of(), new ObjectWriter().text("event", "ended").toJson());
  }

  private static void nothing() {}

  private Optional<UnattendedPolicy> policy() {
    if (policyFile == null && unattended) {
      throw new RuleViolation(Rule.POLICY_FORBIDS, "without --policy nothing is unattended");
    }
    return Optional.ofNullable(policyFile)
        .map(file -> UnattendedPolicy.parse(UserFiles.read(file, UnattendedPolicy.MAX_LENGTH)));
  }

  private WatchTask rounds(
      SignerContext signerContext, ActivityLog activityLog, Optional<UnattendedPolicy> policy) {
    SignerStore store = signerContext.store();
    Identity identity = signerContext.identity();
    ServiceClient service = signerContext.service();
    CeremonyParticipation participation =
        new CeremonyParticipation(
            store, identity, signerContext.random(), new BulletinBoard(service));
    WatchTask ceremonies = new CeremonyTask(store, participation, activityLog);
    SettlementTask settling = new SettlementTask(store, service, signerContext::chain, activityLog);
    WatchTask signing =
        new SigningTask(
            store,
            service,
            new ShareRelease(
                store,
                identity,
                signerContext.random(),
                decision -> policy.ifPresent(limits -> limits.check(decision))),
            settling::known,
            activityLog,
            signerContext.clock());
    WatchTask freshness =
        new FreshnessTask(store, new StoreFreshness(service, identity.publicIdentity()));
    WatchTask approving =
        unattended
            ? new UnattendedApprovalTask(signerContext, policy.orElseThrow(), activityLog)
            : WatchCommand::nothing;
    WatchTask settlement = signerContext.hasRpc() ? settling : WatchCommand::nothing;
    return () -> {
      freshness.run();
      ceremonies.run();
      approving.run();
      signing.run();
      settlement.run();
    };
  }
}
