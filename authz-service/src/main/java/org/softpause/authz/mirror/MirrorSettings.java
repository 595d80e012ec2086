package org.softpause.authz.mirror;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code softpause.anchoring.blocks-per-request}
 *
 * @param blocksPerRequest the most blocks that one request for events covers
 */
@ConfigurationProperties("softpause.anchoring")
record MirrorSettings(int blocksPerRequest) {}
