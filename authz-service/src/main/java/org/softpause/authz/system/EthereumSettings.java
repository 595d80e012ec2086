package org.softpause.authz.system;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code softpause.ethereum.*}
 *
 * @param rpcUrl JSON-RPC endpoint over HTTP
 * @param senderKeyFile hex private key that pays for anchoring, mode 0600; without it nothing is
 *     sent
 * @param timeout for one call
 */
@ConfigurationProperties("softpause.ethereum")
public record EthereumSettings(URI rpcUrl, @Nullable Path senderKeyFile, Duration timeout) {}
