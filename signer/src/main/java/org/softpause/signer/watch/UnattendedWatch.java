package org.softpause.signer.watch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.softpause.signer.ceremony.CeremonyParticipation;
import org.softpause.signer.ceremony.RepairParticipation;
import org.softpause.signer.keeping.LogSettlement;
import org.softpause.signer.operation.ActivityLog;
import org.softpause.signer.operation.SignerContext;
import org.softpause.signer.policy.UnattendedPolicy;
import org.softpause.signer.release.ShareRelease;
import org.softpause.signer.release.StoreFreshness;
import org.softpause.signer.state.SignerStore;

/**
 * A signer that is left running: it sees ceremonies through, releases shares for decisions approved
 * here, settles its seats, and, if it was told to, approves what its policy allows.
 */
public final class UnattendedWatch {
  private final SignerContext context;
  private final ActivityLog activityLog;
  private final WatchLoop loop;

  /**
   * Nothing runs yet.
   *
   * @param policy limits the shares that are released; none releases every approved one
   * @param approving whether decisions within the policy are approved too
   * @param poll how long to wait between two looks
   */
  public UnattendedWatch(
      SignerContext context,
      ActivityLog activityLog,
      Optional<UnattendedPolicy> policy,
      boolean approving,
      Duration poll) {
    this.context = context;
    this.activityLog = activityLog;
    this.loop = new WatchLoop(tasks(policy, approving), activityLog, poll);
  }

  /** Returns after so many looks, or after {@link #stop} was called. */
  public void run(long looks) {
    if (!context.airGapped()) {
      SigningSessionPoller poller =
          new SigningSessionPoller(context.service(), loop::wake, context.waiter());
      Thread.ofVirtual().name("signing-session-poller").start(poller);
    }
    activityLog.done("watch", "began");
    loop.run(looks);
    activityLog.done("watch", "ended");
  }

  /** Asks for the end and waits for it, at most for this long. */
  public void stop(Duration patience) {
    loop.stop(patience);
  }

  /** The tasks of one look in order; freshness comes first, because it may forbid all others. */
  private WatchTask tasks(Optional<UnattendedPolicy> policy, boolean approving) {
    SignerStore store = context.store();
    LogSettlement settlement =
        new LogSettlement(store, context.service(), context::node, activityLog);
    WatchTask freshness =
        new FreshnessTask(
            store, new StoreFreshness(context.service(), context.identity().publicIdentity()));
    WatchTask ceremonies =
        new CeremonyTask(store, participation(), RepairParticipation.of(context), activityLog);
    WatchTask approval =
        approving
            ? new UnattendedApprovalTask(context, policy.orElseThrow(), activityLog)
            : WatchTask.NONE;
    WatchTask signing =
        new SigningTask(
            store,
            context.service(),
            release(policy),
            settlement::known,
            activityLog,
            context.clock());
    WatchTask settling =
        context.hasNode() ? new SettlementTask(store, settlement, activityLog) : WatchTask.NONE;
    return () ->
        List.of(freshness, ceremonies, approval, signing, settling).forEach(WatchTask::run);
  }

  private CeremonyParticipation participation() {
    return new CeremonyParticipation(
        context.store(), context.identity(), context.random(), context.board());
  }

  private ShareRelease release(Optional<UnattendedPolicy> policy) {
    return new ShareRelease(
        context.store(),
        context.identity(),
        context.random(),
        decision -> policy.ifPresent(limits -> limits.check(decision)));
  }
}
