package org.softpause.authz.system;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code softpause.ethereum.*}
 *
 * @param rpcUrl JSON-RPC endpoint over HTTP
 * @param senderKeyFile hex private key that pays for anchoring, mode 0600; nothing is sent without
 *     it
 * @param timeout how long one call may take
 */
@ConfigurationProperties("softpause.ethereum")
public record EthereumSettings(URI rpcUrl, @Nullable LocalFile senderKeyFile, Duration timeout) {}
