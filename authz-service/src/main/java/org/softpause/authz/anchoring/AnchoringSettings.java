package org.softpause.authz.anchoring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code softpause.anchoring.*}
 *
 * @param poll how often the chain is read and the outbox looked at
 * @param bumpAfter how long a transaction may wait before it is offered again at a higher fee
 * @param lease how long a replica that fell silent keeps the others from sending
 */
@ConfigurationProperties("softpause.anchoring")
record AnchoringSettings(Duration poll, Duration bumpAfter, Duration lease) {}
