package org.softpause.authz.anchoring;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.softpause.authz.committee.ServedRegistry;
import org.softpause.authz.mirror.LogFollower;
import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Follows the chain and sends, again and again, on the replica that holds the lease. Neither waits
 * for the other: a node that refuses to give its events still takes transactions.
 */
@Component
class AnchoringLoop {
  private final ServedRegistry registry;
  private final Lease lease;
  private final LogFollower follower;
  private final TransactionSender sender;
  private final SendingObstacles obstacles;
  private final NodeTrouble following = new NodeTrouble("following the log");
  private final NodeTrouble sending = new NodeTrouble("sending");

  AnchoringLoop(
      ServedRegistry registry,
      Lease lease,
      @Lazy LogFollower follower,
      @Lazy TransactionSender sender,
      SendingObstacles obstacles) {
    this.registry = registry;
    this.lease = lease;
    this.follower = follower;
    this.sender = sender;
    this.obstacles = obstacles;
  }

  @Scheduled(fixedDelayString = "${softpause.anchoring.poll}")
  void follow() {
    if (registry.find().isEmpty() || !lease.hold()) {
      return;
    }
    try {
      follower.step();
      following.clear();
    } catch (IOException | RuntimeException e) {
      following.report(e);
    }
  }

  @Scheduled(fixedDelayString = "${softpause.anchoring.poll}")
  void send() {
    if (registry.find().isEmpty()) {
      return;
    }
    if (!lease.hold()) {
      obstacles.forget();
      return;
    }
    try {
      sender.step();
      sending.clear();
    } catch (IOException | RuntimeException e) {
      sending.report(e);
    }
    obstacles.report(SendingObstacles.Kind.NODE_SILENT, Optional.ofNullable(sending.words()));
  }

  /** Why the log is not followed; null while it is. */
  @Nullable String trouble() {
    return following.words();
  }
}
