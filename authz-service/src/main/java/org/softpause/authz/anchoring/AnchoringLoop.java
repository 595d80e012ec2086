package org.softpause.authz.anchoring;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.softpause.authz.committee.ServedRegistry;
import org.softpause.authz.mirror.LogFollower;
import org.softpause.authz.system.SteadyTime;
import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Follows the chain and sends, again and again, on the replicas that hold the leases for it.
 * Neither waits for the other: a node that refuses to give its events still takes transactions. A
 * replica that gets nowhere gives its lease up, and one without a key never takes the one for
 * sending.
 */
@Component
class AnchoringLoop {
  private static final Logger log = LoggerFactory.getLogger(AnchoringLoop.class);

  private final ServedRegistry registry;
  private final Lease lease;
  private final LogFollower follower;
  private final TransactionSender sender;
  private final Outbox outbox;
  private final SendingObstacles obstacles;
  private final SteadyTime time;
  private final NodeTrouble following = new NodeTrouble("following the log");
  private final NodeTrouble sending = new NodeTrouble("sending");
  private final ProgressWatch followingWatch;
  private final ProgressWatch sendingWatch;

  AnchoringLoop(
      ServedRegistry registry,
      Lease lease,
      @Lazy LogFollower follower,
      @Lazy TransactionSender sender,
      Outbox outbox,
      SendingObstacles obstacles,
      AnchoringSettings settings,
      SteadyTime time) {
    this.registry = registry;
    this.lease = lease;
    this.follower = follower;
    this.sender = sender;
    this.outbox = outbox;
    this.obstacles = obstacles;
    this.time = time;
    this.followingWatch = new ProgressWatch(settings.lease());
    this.sendingWatch = new ProgressWatch(settings.lease());
  }

  @Scheduled(fixedDelayString = "${softpause.anchoring.poll}")
  void follow() {
    if (registry.find().isEmpty()
        || followingWatch.standsBack(time.instant())
        || !lease.hold(LeasedWork.FOLLOWING)) {
      return;
    }
    try {
      follower.step();
      following.clear();
    } catch (IOException | RuntimeException e) {
      following.report(e);
    }
    giveUpWithoutProgress(LeasedWork.FOLLOWING, followingWatch, following.words() == null);
  }

  @Scheduled(fixedDelayString = "${softpause.anchoring.poll}")
  void send() {
    if (registry.find().isEmpty()) {
      return;
    }
    if (!sender.hasKey() || sendingWatch.standsBack(time.instant())) {
      leaveToOthers();
      return;
    }
    if (!lease.hold(LeasedWork.SENDING)) {
      obstacles.forget();
      return;
    }
    try {
      sender.step();
      sending.clear();
    } catch (LeaseLost e) {
      log.warn("a pass of sending ends early: {}", e.getMessage());
      return;
    } catch (IOException | RuntimeException e) {
      sending.report(e);
    }
    obstacles.report(SendingObstacles.Kind.NODE_SILENT, Optional.ofNullable(sending.words()));
    boolean progress = obstacles.reasons().isEmpty() || outbox.waiting().isEmpty();
    giveUpWithoutProgress(LeasedWork.SENDING, sendingWatch, progress);
  }

  /** Where another replica sends, what keeps this one from it is no obstacle. */
  private void leaveToOthers() {
    if (lease.isHeldByAnother(LeasedWork.SENDING)) {
      obstacles.forget();
    } else if (!sender.hasKey()) {
      obstacles.report(
          SendingObstacles.Kind.NO_SENDER_KEY,
          Optional.of("this service has no key that pays, and no other one sends"));
    }
  }

  private void giveUpWithoutProgress(LeasedWork work, ProgressWatch watch, boolean progress) {
    if (watch.givesUp(progress, time.instant())) {
      log.warn("the lease for {} is left to other replicas, since there is no progress", work);
      lease.release(work);
    }
  }

  /** Why the log is not followed; null while it is. */
  @Nullable String trouble() {
    return following.words();
  }
}
