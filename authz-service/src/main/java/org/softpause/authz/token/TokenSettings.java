package org.softpause.authz.token;

import java.time.Duration;
import org.softpause.authz.system.LocalFile;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code softpause.token.*}
 *
 * @param keyFile private JWK, mode 0600; made if it is missing
 * @param issuer {@code iss} of every token
 * @param lifetime how long a token is fresh, at most an hour
 * @param refresh the shortest time between two tokens
 * @param window how many of the latest entries a token holds
 */
@ConfigurationProperties("softpause.token")
record TokenSettings(
    LocalFile keyFile, String issuer, Duration lifetime, Duration refresh, int window) {}
