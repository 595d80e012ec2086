package org.softpause.authz.anchoring;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.softpause.authz.committee.ServedRegistry;
import org.softpause.authz.mirror.LogFollower;
import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reads the chain, then sends, on the one replica that holds the lease. */
@Component
class AnchoringLoop {
  private static final Logger log = LoggerFactory.getLogger(AnchoringLoop.class);

  private final ServedRegistry registry;
  private final Lease lease;
  private final LogFollower watcher;
  private final TransactionSender sender;
  private final AtomicReference<@Nullable String> trouble = new AtomicReference<>();

  AnchoringLoop(
      ServedRegistry registry,
      Lease lease,
      @Lazy LogFollower watcher,
      @Lazy TransactionSender sender) {
    this.registry = registry;
    this.lease = lease;
    this.watcher = watcher;
    this.sender = sender;
  }

  @Scheduled(fixedDelayString = "${softpause.anchoring.poll}")
  void tick() {
    if (registry.find().isEmpty() || !lease.hold()) {
      return;
    }
    try {
      watcher.step();
      sender.step();
      if (trouble.getAndSet(null) != null) {
        log.info("the Ethereum node answers again");
      }
    } catch (IOException e) {
      String words = e.toString();
      if (!words.equals(trouble.getAndSet(words))) {
        log.warn("the Ethereum node gives no answer: {}", words);
      }
    }
  }

  /** What the node's last failure was, while it lasts. */
  @Nullable String trouble() {
    return trouble.get();
  }
}
