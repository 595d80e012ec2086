package org.softpause.authz.anchoring;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.softpause.authz.committee.ServedRegistry;
import org.softpause.authz.mirror.LogFollower;
import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Follows the chain and then sends, again and again, on the replica that holds the lease. */
@Component
class AnchoringLoop {
  private static final Logger log = LoggerFactory.getLogger(AnchoringLoop.class);

  private final ServedRegistry registry;
  private final Lease lease;
  private final LogFollower follower;
  private final TransactionSender sender;
  private final SendingObstacles obstacles;
  private final AtomicReference<@Nullable String> trouble = new AtomicReference<>();

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
  void tick() {
    if (registry.find().isEmpty()) {
      return;
    }
    if (!lease.hold()) {
      obstacles.forget();
      return;
    }
    try {
      follower.step();
      sender.step();
      if (trouble.getAndSet(null) != null) {
        log.info("the Ethereum node answers again");
      }
      obstacles.report(SendingObstacles.Kind.NODE_SILENT, Optional.empty());
    } catch (IOException | RuntimeException e) {
      String words = e.toString();
      if (!words.equals(trouble.getAndSet(words))) {
        log.warn("the Ethereum node does not answer: {}", words);
      }
      obstacles.report(SendingObstacles.Kind.NODE_SILENT, Optional.of(words));
    }
  }

  /** The node's failure; null while it answers. */
  @Nullable String trouble() {
    return trouble.get();
  }
}
