package org.softpause.authz.anchoring;

import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code softpause.anchoring.*}
 *
 * @param poll the pause between two passes over chain and outbox
 * @param bumpAfter how long a transaction may wait before it is replaced at a higher fee, and how
 *     long an unexpected count of transactions must hold before it is believed
 * @param maxFeeGwei the most that is ever offered for a unit of gas, gwei
 * @param lease how long a replica that fell silent keeps the others from sending
 */
@ConfigurationProperties("softpause.anchoring")
record AnchoringSettings(Duration poll, Duration bumpAfter, BigDecimal maxFeeGwei, Duration lease) {
  AnchoringSettings {
    if (maxFeeGwei.signum() <= 0) {
      throw new IllegalArgumentException("softpause.anchoring.max-fee-gwei must be above zero");
    }
  }
}
