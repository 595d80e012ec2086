package org.softpause.authz.anchoring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code softpause.anchoring.*}
 *
 * @param poll the pause between two passes over chain and outbox
 * @param bumpAfter how long a transaction may wait before it is replaced at a higher fee
 * @param lease how long a replica that fell silent keeps the others from sending
 */
@ConfigurationProperties("softpause.anchoring")
record AnchoringSettings(Duration poll, Duration bumpAfter, Duration lease) {}
