package org.softpause.authz.committee;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.softpause.authz.system.LocalFile;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code softpause.registry.*}
 *
 * @param deploymentFile the file that {@code deploy-registry} writes; it may not exist yet
 * @param lookEvery how often to look for it
 */
@ConfigurationProperties("softpause.registry")
record RegistrySettings(@Nullable LocalFile deploymentFile, Duration lookEvery) {}
