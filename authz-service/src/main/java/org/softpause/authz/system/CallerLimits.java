package org.softpause.authz.system;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * {@code softpause.limits.*}: how much memory and time callers get before anything is known of
 * them.
 *
 * @param connections how many may be open; the one that has sent nothing useful for the longest
 *     time gives way to a new one
 * @param connectionsPerAddress the same for one address
 * @param headerDeadline the longest time a connection may go without a complete request line and
 *     headers, however steadily bytes drip in
 * @param bodyDeadline how long a whole body may take to arrive
 * @param answerDeadline how long a request may be served, a slow reader of the answer included
 * @param bufferedBodies memory for all bodies together
 * @param bufferedBodiesPerAddress memory for the bodies of one address
 * @param waiting how many may wait for a signing session
 * @param waitingPerAddress the same for one address
 * @param proxies addresses that stand for many callers, for which no limit per address holds
 */
@ConfigurationProperties("softpause.limits")
public record CallerLimits(
    int connections,
    int connectionsPerAddress,
    Duration headerDeadline,
    Duration bodyDeadline,
    Duration answerDeadline,
    DataSize bufferedBodies,
    DataSize bufferedBodiesPerAddress,
    int waiting,
    int waitingPerAddress,
    Set<String> proxies) {

  /** Whether this address stands for one caller, so that the limits per address hold for it. */
  public boolean isOneCaller(String address) {
    return !proxies.contains(address);
  }
}
