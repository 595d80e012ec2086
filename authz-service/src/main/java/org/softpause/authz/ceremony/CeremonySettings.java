package org.softpause.authz.ceremony;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code softpause.ceremonies.*}
 *
 * @param unfinishedPerMember how many ceremonies one member may open within the period that have
 *     not come to a key
 * @param period the time in which they are counted
 */
@ConfigurationProperties("softpause.ceremonies")
record CeremonySettings(int unfinishedPerMember, Duration period) {}
