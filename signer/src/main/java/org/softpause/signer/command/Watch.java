package org.softpause.signer.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.softpause.protocol.Rule;
import org.softpause.protocol.RuleViolation;
import org.softpause.protocol.jose.Identity;
import org.softpause.protocol.json.ObjectWriter;
import org.softpause.signer.ceremony.BulletinBoard;
import org.softpause.signer.ceremony.Participation;
import org.softpause.signer.policy.Policy;
import org.softpause.signer.release.Freshness;
import org.softpause.signer.release.ShareRelease;
import org.softpause.signer.service.ServiceClient;
import org.softpause.signer.state.SignerStore;
import org.softpause.signer.watch.CeremonyRound;
import org.softpause.signer.watch.Doorbell;
import org.softpause.signer.watch.FreshnessRound;
import org.softpause.signer.watch.Journal;
import org.softpause.signer.watch.Round;
import org.softpause.signer.watch.SettlementRound;
import org.softpause.signer.watch.SigningRound;
import org.softpause.signer.watch.Watchman;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs until it is ended. */
@Command(
    name = "watch",
    description = "Stay: see ceremonies through, release shares for what was approved here.")
final class Watch extends Task {
  private static final Duration LAST_ROUND = Duration.ofSeconds(10);

  @Option(
      names = "--poll",
      defaultValue = "500ms",
      converter = SpanConverter.class,
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
  Report run(Workspace workspace) {
    Journal journal = new Journal(workspace.console().out(), workspace.clock(), workspace.json());
    Watchman watchman = new Watchman(rounds(workspace, journal, policy()), journal, poll);
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> watchman.stop(LAST_ROUND), "end of watch"));
    if (!workspace.airGapped()) {
      Thread.ofVirtual().name("doorbell").start(new Doorbell(workspace.service(), watchman::wake));
    }
    journal.done("watch", "began");
    watchman.run(rounds);
    journal.done("watch", "ended");
    return new Report(List.of(), new ObjectWriter().text("event", "ended").toJson());
  }

  private static void nothing() {}

  private Optional<Policy> policy() {
    if (policyFile == null && unattended) {
      throw new RuleViolation(Rule.POLICY_FORBIDS, "without --policy nothing is unattended");
    }
    return Optional.ofNullable(policyFile)
        .map(file -> Policy.parse(Documents.read(file, Policy.MAX_LENGTH)));
  }

  private Round rounds(Workspace workspace, Journal journal, Optional<Policy> policy) {
    SignerStore store = workspace.store();
    Identity identity = workspace.identity();
    ServiceClient service = workspace.service();
    Participation participation =
        new Participation(store, identity, workspace.random(), new BulletinBoard(service));
    Round ceremonies = new CeremonyRound(store, participation, journal);
    SettlementRound settling = new SettlementRound(store, service, workspace::chain, journal);
    Round signing =
        new SigningRound(
            store,
            service,
            new ShareRelease(
                store,
                identity,
                workspace.random(),
                decision -> policy.ifPresent(limits -> limits.check(decision))),
            settling::known,
            journal,
            workspace.clock());
    Round freshness = new FreshnessRound(store, new Freshness(service, identity.publicIdentity()));
    Round approving =
        unattended ? new UnattendedRound(workspace, policy.orElseThrow(), journal) : Watch::nothing;
    Round settlement = workspace.hasRpc() ? settling : Watch::nothing;
    return () -> {
      freshness.run();
      ceremonies.run();
      approving.run();
      signing.run();
      settlement.run();
    };
  }
}
