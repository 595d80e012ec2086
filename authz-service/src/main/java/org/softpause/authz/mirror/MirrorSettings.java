package org.softpause.authz.mirror;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code softpause.anchoring.blocks-per-request} and {@code lease}
 *
 * @param blocksPerRequest the most blocks that one request for events covers, at least 1
 * @param lease how long a replica may be silent before another one follows the chain
 */
@ConfigurationProperties("softpause.anchoring")
record MirrorSettings(int blocksPerRequest, Duration lease) {
  MirrorSettings {
    if (blocksPerRequest < 1) {
      throw new IllegalArgumentException(
          "softpause.anchoring.blocks-per-request must be at least 1");
    }
  }

  /** A pass that has more to do than fits in here leaves the rest to the next. */
  Duration longestPass() {
    return lease.dividedBy(2);
  }
}
